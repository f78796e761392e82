import { readFile } from 'node:fs/promises';

import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

import { test } from './product/fixtures.ts';

test.use({ bypassCSP: true });

const heading = 'Biểu tổng hợp tình hình giải quyết hồ sơ';

const totalOf = (page: Page) => page.locator('tr[data-kind=total]');

async function openForm(page: Page, url: string, search = ''): Promise<void> {
  await page.goto(`${url}/form${search}`);
  await expect(totalOf(page)).toBeVisible();
}

test('the form has the total, 16 departments, 126 communes and a check that every row adds up; a link keeps what was seen', async ({
  page,
  city,
  complaints,
}) => {
  await openForm(page, city.url);

  const rows = page.getByRole('table').locator('tbody tr');
  const total = totalOf(page);
  await expect(rows).toHaveCount(143);
  await expect(page.getByRole('columnheader')).toHaveCount(6 + 16);
  await expect(page.locator('.form-check[data-state=adds]')).toHaveCount(143);
  // Whoever goes to the end of the page finds its foot there, not empty ground.
  const frameEnd = await page.locator('.page-frame').evaluate((frame) => frame.getBoundingClientRect().bottom);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(Math.ceil(frameEnd));
  const seen = await total.innerText();
  await page.getByRole('link', { name: 'Giữ nguyên số liệu này' }).click();
  await expect(page).toHaveURL(/at=.*knownSeq=/);
  await page.reload();
  await expect(total).toHaveText(/✓/);
  expect(await total.innerText()).toBe(seen);
  expect(complaints).toEqual([]);
});

test('periods follow each other by keyboard, and a unit leads to its drill-down', async ({ page, city }) => {
  await openForm(page, city.url, '?period=quarter&on=2026-11-24');

  await expect(page.getByRole('table')).toContainText('Quý IV/2026');
  await page.getByRole('link', { name: 'Kỳ trước' }).press('Enter');
  await expect(page.getByRole('table')).toContainText('Quý III/2026');
  await page.getByRole('combobox', { name: 'Kỳ báo cáo' }).selectOption('Năm');
  await expect(page.getByRole('table')).toContainText('Năm 2026');
  await page.getByRole('link', { name: 'Phường Hoàn Kiếm' }).click();
  await expect(page).toHaveURL(/\/drill\/\d{5}\?.*period=year/);
});

test('a period of 2019 is read in the units of 2019, and the choice has its districts and their communes', async ({
  page,
  city,
}, testInfo) => {
  await page.goto(`${city.url}/form?period=year&on=2019-06-01`);
  const unit = page.getByRole('combobox', { name: 'Đơn vị', exact: true });
  await expect(unit.locator('option', { hasText: /^(Quận|Huyện|Thị xã) / })).toHaveCount(30);
  await unit.selectOption('Quận Ba Đình');

  await expect(page).toHaveURL(/unit=001/);
  await expect(page.getByRole('table')).toContainText('Quận Ba Đình · Năm 2019');
  await expect(page.getByRole('table').locator('tbody tr')).toHaveCount(15);
  await unit.selectOption('Phường Phúc Xá');
  await expect(page.getByRole('table')).toContainText('Phường Phúc Xá · Năm 2019');
  await page.screenshot({ path: testInfo.outputPath('2019.png') });

  await page.goto(`${city.url}/form?period=year&on=2026-06-01&unit=001`);
  await expect(page.getByRole('alert').first()).toContainText('không có đơn vị nào mang mã 001');
  await page.getByRole('link', { name: 'Chọn lại từ toàn thành phố' }).click();
  await expect(page.getByRole('table').locator('tbody tr')).toHaveCount(143);

  await page.goto(`${city.url}/form?period=year&on=2019-06-01`);
  await page.getByRole('combobox', { name: 'Đơn vị hành chính' }).selectOption('như hiện nay');
  await expect(unit.locator('option', { hasText: /^(Quận|Huyện|Thị xã) / })).toHaveCount(0);
  await expect(page.getByRole('table').locator('tbody tr')).toHaveCount(143);

  await page.goto(`${city.url}/index-766?period=year&on=2019-06-01`);
  await expect(unit.locator('option', { hasText: /^(Quận|Huyện|Thị xã) / })).toHaveCount(30);
});

test('the form leaves as CSV and as a workbook, with the cut and the ledger’s mark', async ({ page, city }) => {
  await openForm(page, city.url);

  const saved = async (button: string): Promise<Buffer> => {
    const arrives = page.waitForEvent('download');
    await page.getByRole('button', { name: button }).click();
    return await readFile(await (await arrives).path());
  };
  const csv = (await saved('Bảng CSV')).toString('utf8');
  const xlsx = await saved('Bảng XLSX');

  expect(csv).toContain('Số hồ sơ đã giải quyết: Trước hạn');
  expect(csv).toContain('Dữ liệu mô phỏng');
  expect(csv.split('\r\n').filter((line) => line.startsWith('Phường '))).toHaveLength(51);
  expect(xlsx.subarray(0, 2).toString()).toBe('PK');
});

for (const search of ['?lang=vi', '?lang=en&theme=light']) {
  test(`the form ${search}: a checker of WCAG finds nothing`, async ({ page, city }) => {
    await page.goto(`${city.url}/form${search}`);
    await expect(page.getByRole('table').locator('tbody tr')).toHaveCount(143);
    await page.addScriptTag({ content: axe.source });

    const found: unknown = await page.evaluate(
      'axe.run().then(({ violations }) => violations.map(({ id, impact, nodes }) => `${impact} ${id} ${nodes[0].html}`))',
    );

    expect(found).toEqual([]);
  });
}

test('on paper the form is black on white and shows nothing to press', async ({ page, city }) => {
  await openForm(page, city.url);
  await page.emulateMedia({ media: 'print' });

  await expect(page.getByRole('button', { name: 'In (A4 ngang)' })).toBeHidden();
  await expect(page.getByRole('heading', { name: heading })).toBeVisible();
  await expect(page.locator('.report-mark')).toHaveText(/mô phỏng/);
  await expect(page.locator('.report-mark')).toBeVisible();
  await expect(page.locator('body')).toHaveCSS('color', 'rgb(0, 0, 0)');
});
