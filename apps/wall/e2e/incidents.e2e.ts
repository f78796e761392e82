import { incidentIdSchema } from '@flagtower/contracts';
import { expect, type Page } from '@playwright/test';
import { z } from 'zod';

import { test } from './product/fixtures.ts';
import { accept, browserOf, firstAdminLink } from './product/people.ts';
import { wcagFaultsOf } from './product/wcag-faults.ts';

const inTrial = '?ledger=trial';

/** Asked from the page, as the person who is signed in there. */
async function raise(page: Page): Promise<string> {
  const told: unknown = await page.evaluate(async (address) => {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'fire', severity: 3, text: 'Khói dày ở tầng hai', place: 'Phố Hàng Đào' }),
    });
    return (await answer.json()) as unknown;
  }, `/v1/incidents${inTrial}`);
  return z.object({ id: incidentIdSchema }).parse(told).id;
}

test('an incident is found, taken in hand, closed with a reason, and its log tells all of it', async ({
  browser,
  service,
}, testInfo) => {
  const context = await browser.newContext({ baseURL: service.url, locale: 'vi-VN', bypassCSP: true });
  const page = await context.newPage();
  await accept(page, await firstAdminLink(service), 'truc-ban', 'Lê Thị Trực Ban');
  const id = await raise(page);

  await page.goto(`/centers/emergency${inTrial}`);
  await page.getByRole('link', { name: /1 sự cố chưa ai nhận/ }).click();
  await expect(page).toHaveURL(/\/incidents\?.*center=emergency/);
  await expect(page.getByRole('link', { name: 'Khói dày ở tầng hai' })).toBeVisible();
  await page.goto(`/incidents${inTrial}`);
  await expect(page.getByRole('region', { name: 'Mức 2/5: Chú ý' })).toContainText('Quy tắc của phần mềm này');
  await page.getByRole('combobox', { name: 'Trung tâm' }).selectOption('emergency');
  await expect(page).toHaveURL(/center=emergency/);
  await expect(page.getByRole('link', { name: 'Khói dày ở tầng hai' })).toBeVisible();
  await page.screenshot({ path: testInfo.outputPath('list.png') });
  expect(await wcagFaultsOf(page)).toEqual([]);
  await page.getByRole('link', { name: 'Khói dày ở tầng hai' }).click();
  await expect(page).toHaveURL(new RegExp(`/incidents/${id}`));

  const act = page.getByRole('region', { name: 'Xử lý' });
  await expect(act.getByRole('button', { name: 'Đóng' })).toBeDisabled();
  await act.getByLabel('Lý do hoặc nội dung').fill('Đã cử một xe chữa cháy');
  await act.getByRole('button', { name: 'Nhận xử lý' }).click();
  const log = page.getByRole('region', { name: 'Diễn biến' }).getByRole('listitem');
  await expect(log).toHaveCount(2);
  await expect(act.getByRole('button', { name: 'Nhận xử lý' })).toHaveCount(0);
  await act.getByLabel('Lý do hoặc nội dung').fill('Đã dập tắt, không có ai bị nạn');
  await act.getByRole('button', { name: 'Đóng' }).click();

  await expect(log).toHaveCount(3);
  await expect(log.nth(0)).toContainText('Báo sự cố · Lê Thị Trực Ban');
  await expect(log.nth(1)).toContainText('Đã cử một xe chữa cháy');
  await expect(log.nth(2)).toContainText('Đóng · Lê Thị Trực Ban');
  await expect(act.getByRole('button')).toHaveText(['Ghi chú']);
  await page.screenshot({ path: testInfo.outputPath('closed.png') });
  expect(await wcagFaultsOf(page)).toEqual([]);
  await page.goto(`/incidents${inTrial}&state=open&lang=en`);
  await expect(page.getByText('No incident is like this.')).toBeVisible();
  await page.goto(`/incidents${inTrial}&state=closed&lang=en`);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole('link', { name: 'Khói dày ở tầng hai' })).toBeVisible();
  await page.screenshot({ path: testInfo.outputPath('phone.png'), fullPage: true });
  expect(await wcagFaultsOf(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await context.close();

  const guest = await browserOf(browser, service);
  const read = await guest.newPage();
  await read.goto(`/incidents/${id}${inTrial}`);
  await expect(read.getByText('Cần đăng nhập với vai trò phụ trách dữ liệu')).toBeVisible();
  await expect(read.getByRole('button', { name: 'Đóng' })).toHaveCount(0);
  await guest.close();
});
