import { readFile } from 'node:fs/promises';

import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

import { test } from './product/fixtures.ts';

test.use({ bypassCSP: true });

const panel = (page: Page, name: string) => page.locator('.panel').and(page.getByRole('region', { name, exact: true }));

test('the index shows its parts, what is counted, what was published, and a range where something is not known', async ({
  page,
  city,
  complaints,
}) => {
  await page.goto(`${city.url}/index-766`);

  const total = panel(page, 'Tổng điểm');
  await expect(total).toContainText(/\d+,\d – \d+,\d\s*\/ 100/);
  await expect(total).toContainText('Công bố 03/2025: 58,30 điểm (Lao Động, 04/2025)');
  const items = panel(page, 'Điểm theo nhóm và tiêu chí');
  await expect(items.locator('tbody tr:not(.index-part)')).toHaveCount(23);
  await expect(items.locator('.index-part')).toHaveCount(6);
  await expect(items.getByRole('row', { name: /^2\.1 Hồ sơ xử lý trước hạn/ })).toContainText('đếm được');
  await expect(items.getByRole('row', { name: /^1\.1 / })).toContainText('0,00 – 6,00');
  await expect(items.getByRole('row', { name: /^3\.2 / })).toContainText('4?');
  await expect(panel(page, 'Kết quả Cổng Dịch vụ công quốc gia công bố').locator('tbody tr')).toHaveCount(4);
  expect(complaints).toEqual([]);
});

test('a unit of the ranking leads to its own index, with what would raise it most', async ({ page, city }) => {
  await page.goto(`${city.url}/index-766`);

  const first = panel(page, 'Xếp theo điểm đã chắc').getByRole('link').first();
  // Until the names of the units have come, it is called by its code.
  await expect(first).toHaveText(/\p{L}/u);
  const name = await first.innerText();
  await first.click();

  await expect(page).toHaveURL(/unit=\d{5}/);
  await expect(page.getByRole('heading', { name })).toBeVisible();
  await expect(panel(page, 'Tăng điểm nhiều nhất ở đâu').getByRole('listitem').first()).toContainText(
    /còn \d+,\d\d điểm/,
  );
  await expect(panel(page, 'Tổng điểm')).toContainText('Chưa có kết quả công bố của đơn vị này');
});

test('the criteria leave as a table with lowest and highest points', async ({ page, city }) => {
  await page.goto(`${city.url}/index-766`);
  const items = panel(page, 'Điểm theo nhóm và tiêu chí');

  await items.hover();
  await items.getByRole('button', { name: /^Tải xuống/ }).click();
  const arrives = page.waitForEvent('download');
  await items.getByRole('button', { name: 'Bảng CSV' }).click();

  const csv = (await readFile(await (await arrives).path())).toString('utf8');
  expect(csv).toContain('Mục;Tiêu chí;Tỷ lệ (%);Nguồn;Điểm (min);Điểm (max);Tối đa');
  expect(csv).toContain('Dữ liệu mô phỏng');
});

for (const search of ['?lang=vi', '?lang=en&theme=light']) {
  test(`the index ${search}: a checker of WCAG finds nothing`, async ({ page, city }) => {
    await page.goto(`${city.url}/index-766${search}`);
    await expect(page.locator('.panel')).toHaveCount(5);
    await page.addScriptTag({ content: axe.source });

    const found: unknown = await page.evaluate(
      'axe.run().then(({ violations }) => violations.map(({ id, impact, nodes }) => `${impact} ${id} ${nodes[0].html}`))',
    );

    expect(found).toEqual([]);
  });
}
