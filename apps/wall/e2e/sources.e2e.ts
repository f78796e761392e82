import { readFile } from 'node:fs/promises';

import { kpiAnswerSchema } from '@flagtower/contracts';
import { expect } from '@playwright/test';

import { test } from './product/fixtures.ts';
import { authorised, importText } from './product/intake.ts';
import { accept, firstAdminLink } from './product/people.ts';
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

/** What a ward received in October. */
const list = [
  'Mã,Nhận',
  ...Array.from({ length: 20 }, (_, at) => `H-${String(at + 1)},${String(at + 10)}/10/2025 08:00`),
];
const read = { mapping: 1, name: 'a ward’s list', shape: 'cases', zone: 'Asia/Ho_Chi_Minh' };
const fields = { dossier: 'Mã', received: 'Nhận' };

test('a steward sees why rows wait and where they stand, mends the mapping, and they count; what came too early is replayed, the rest closed', async ({
  page,
  service,
}) => {
  const config = { id: 'ward', names: { vi: 'Sổ của phường', en: 'Ward' }, ledger: 'trial', zone: 'Asia/Ho_Chi_Minh' };
  await authorised(service, 'POST', '/v1/sources', config);
  const file = { source: 'ward', name: 'so-theo-doi.csv', text: [...list, 'H-99,quên'].join('\n') };
  await importText(service, { ...file, mapping: { ...read, timeFormats: ['yyyy-MM-dd HH:mm'], fields } });
  const at = new Date(Date.now() + 3_600_000).toISOString();
  const step = { steps: [{ step: 'received', at }], dating: 'change', unit: '00004' };
  const early = { kind: 'dossier-event', recordId: 'E/1', occurredAt: at, caseKind: 'dossier', dossier: 'E', ...step };
  await authorised(service, 'POST', '/v1/intake/ward?ledger=trial', early);
  await accept(page, new URL(await firstAdminLink(service), service.url).href, 'quan-tri', 'Trần Thị Quản Trị');
  await page.goto(`${service.url}/sources?ledger=trial`);
  await expect(page.getByRole('row', { name: /Sổ của phường/ })).toContainText('22 đang chờ');
  await page.getByRole('link', { name: 'Sổ của phường' }).click();
  const panel = page.getByRole('region', { name: 'Đang cách ly' });
  const received = async (): Promise<unknown> => {
    const answer = await authorised(service, 'GET', '/v1/kpis/dossiers.received?ledger=trial&period=all');
    return kpiAnswerSchema.parse(answer).values[0]?.value;
  };

  await expect(panel).toContainText('giờ sai dạng');
  await panel.getByText(/Ở đâu \(20 bản ghi mới nhất trong 21\)/).click();
  await expect(panel.getByText('dòng 22: Nhận')).toBeVisible();
  await expect(panel.getByRole('link', { name: 'Nhập lại tệp' })).toHaveAttribute('href', /ledger=trial&source=ward/);
  expect(await received()).toBeNull();
  await importText(service, { ...file, mapping: { ...read, timeFormats: ['dd/MM/yyyy HH:mm'], fields } });
  await authorised(service, 'PUT', '/v1/ledgers/trial/clock', { at, speed: 1 });
  await panel.getByRole('button', { name: 'Nạp lại (1)' }).click();
  await expect(panel).toContainText('Đã nhận thêm 1; còn chờ 0.');
  await expect(panel.getByText('dòng 22: Nhận')).toBeVisible();
  await panel.getByRole('button', { name: 'Đóng: giờ sai dạng' }).click();
  await expect(panel).toContainText('Không có bản ghi nào.');

  expect(await received()).toBe(21);
});
