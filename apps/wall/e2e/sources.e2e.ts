import { readFile } from 'node:fs/promises';

import { expect } from '@playwright/test';

import { test } from './product/fixtures.ts';
import { wcagFaultsOf } from './product/wcag-faults.ts';

test.use({ bypassCSP: true });

test('the board tells of every source, and a row leads to how it kept its word', async ({ page, city, complaints }) => {
  await page.goto(`${city.url}/sources`);

  const board = page.getByRole('table', { name: 'Nguồn dữ liệu' });
  await expect(board.getByRole('row', { name: /Hệ thống một cửa/ })).toContainText('1 phút');
  await board.getByRole('link', { name: /Hệ thống một cửa/ }).click();

  await expect(page).toHaveURL(/source=hanoi-one-stop/);
  await expect(page.getByRole('region', { name: 'Độ trễ 90 ngày' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Nhắc đơn vị chủ quản' })).toContainText('Chưa nhắc lần nào.');
  await page.getByRole('link', { name: /Mọi nguồn/ }).click();
  await expect(board).toBeVisible();
  expect(complaints).toEqual([]);
});

test('the board leaves as a table for whoever calls the owners', async ({ page, city }) => {
  await page.goto(`${city.url}/sources`);
  const panel = page.locator('[data-panel=sources-page]');

  await panel.hover();
  await panel.getByRole('button', { name: /^Tải xuống/ }).click();
  const arrives = page.waitForEvent('download');
  await panel.getByRole('button', { name: 'Bảng CSV' }).click();

  const csv = (await readFile(await (await arrives).path())).toString('utf8');
  expect(csv).toContain('Nguồn;Trạng thái;Từ lúc;Sự cố;Nhịp hẹn;Liên lạc cuối;Dữ liệu cuối;Đủ');
});

for (const [name, path] of [
  ['the board', '/sources?lang=en'],
  ['a source', '/sources?source=hanoi-one-stop'],
] as const)
  test(`${name} is read by everybody, on a phone too`, async ({ page, city }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${city.url}${path}`);
    await expect(page.locator('.panel').first()).toBeVisible();

    expect(await wcagFaultsOf(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
