import { readFile } from 'node:fs/promises';

import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

import { test } from './product/fixtures.ts';
import { panel } from './product/panel.ts';

test.use({ bypassCSP: true });

/** A service that has just been filled reads its whole ledger before it streams. */
async function openCenter(page: Page, url: string, id: string): Promise<void> {
  await page.goto(`${url}/centers/${id}`);
  await expect(page.locator('.center-source').first()).toBeVisible({ timeout: 60_000 });
}

test('every center is one press away from its tile on the overview and from the menu', async ({ page, city }) => {
  await page.goto(city.url);

  await page.locator('.ribbon').getByRole('link', { name: 'Hỏi đáp dân' }).click();

  await expect(page).toHaveURL(/\/centers\/feedback$/u);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Trung tâm Hỏi đáp ý kiến phục vụ người dân');
  await page.getByRole('button', { name: 'Các trang' }).click();
  await expect(page.locator('.page-menu-centers').getByRole('link')).toHaveCount(10);
});

test('public services: figures with their reasons, overdue dossiers by unit that lead to their list, and a course by the day', async ({
  page,
  city,
  complaints,
}) => {
  await openCenter(page, city.url, 'public-service');

  const received = page.locator('[data-kpi="dossiers.received"]');
  await expect(received.locator('.figure')).toHaveAttribute('data-freshness', 'live');
  await expect(received.locator('.figure-digits')).toContainText(/^\d/u);
  await expect(panel(page, 'Diễn biến: Hồ sơ quá hạn').locator('canvas')).toBeVisible();
  await expect(panel(page, 'Nguồn dữ liệu')).toContainText('Hệ thống một cửa');
  await received.locator('.figure-digits').click();
  await expect(page.getByRole('dialog')).toContainText('Hồ sơ tiếp nhận');
  await page.keyboard.press('Escape');
  await panel(page, 'Cần xử lý ngay').getByRole('link').first().click();

  await expect(page).toHaveURL(/\/drill\/\d{5}\?measure=dossiers\.overdue/u);
  expect(complaints).toEqual([]);
});

test('traffic: layers on the map that the address remembers, and the delay’s course by the hour', async ({
  page,
  city,
}) => {
  await openCenter(page, city.url, 'traffic');

  const layers = panel(page, 'Bản đồ').getByRole('group', { name: 'Các lớp trên bản đồ' });
  const buses = layers.locator('[data-layer="buses"]');
  await expect(buses).toContainText(/Xe buýt\s*\d+.*trực tiếp/u);
  await expect(layers.getByRole('checkbox', { name: /^Tốc độ trên đường/u })).not.toBeChecked();
  await layers.getByRole('checkbox', { name: /^Tốc độ trên đường/u }).focus();
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/[?&]layers=congestion%2Cspeed%2C/u);
  await expect(layers.locator('[data-layer="speed"]')).toContainText('ùn tắc, dưới 12 km/h');
  await page.reload();
  await expect(layers.getByRole('checkbox', { name: /^Tốc độ trên đường/u })).toBeChecked();
  await expect(page.locator('[data-kpi="transit.punctuality"] .figure-digits')).toContainText('%');
  await page.locator('[data-kpi="transit.arrival-delay.mean"]').getByRole('button').first().click();

  await expect(panel(page, 'Diễn biến: Độ trễ đến bến (trung bình)').locator('canvas')).toBeVisible();
});

test('traffic: things are listed with a place or without, found without marks, and each leads to its page', async ({
  page,
  city,
}) => {
  await openCenter(page, city.url, 'traffic');
  await panel(page, 'Bản đồ').getByRole('link', { name: 'Xem dạng danh sách' }).click();

  await page.getByRole('searchbox').fill('doan duong');
  await expect(page.getByRole('row').nth(1)).toContainText('Đoạn đường');
  await expect(page).toHaveURL(/\/centers\/traffic\/things\?q=doan/u);
  await page.getByRole('searchbox').fill('cam-815');
  const row = page.getByRole('row').filter({ hasText: 'SIM-CAM-815' });
  await expect(row).toContainText('Đang hoạt động:');
  await row.getByRole('link').click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('SIM-CAM-815');
});

test('feedback: a figure chosen by its name is the one whose course is shown, and it leaves as a table', async ({
  page,
  city,
}) => {
  await openCenter(page, city.url, 'feedback');

  const open = page.locator('[data-kpi="field-reports.open"]');
  await open.getByRole('button', { name: 'Phản ánh chưa xử lý xong', exact: true }).click();

  const trend = panel(page, 'Diễn biến: Phản ánh chưa xử lý xong');
  await expect(trend.locator('canvas')).toBeVisible();
  await trend.hover();
  await trend.getByRole('button', { name: /^Tải xuống/u }).click();
  const arrives = page.waitForEvent('download');
  await trend.getByRole('button', { name: 'Bảng CSV' }).click();
  const csv = (await readFile(await (await arrives).path())).toString('utf8');
  expect(csv).toContain('Từ;Giá trị');
  expect(csv).toContain('Dữ liệu mô phỏng');
});

test('data analysis watches the sources of all centers, and each leads to its place on the board', async ({
  page,
  city,
}) => {
  await openCenter(page, city.url, 'analytics');

  const sources = panel(page, 'Nguồn dữ liệu');
  await expect(sources.getByRole('listitem').filter({ hasText: 'Hệ thống một cửa' })).toContainText('trực tiếp');
  await expect(sources.getByRole('listitem').filter({ hasText: 'Phản ánh hiện trường' })).toBeVisible();
  await sources.getByRole('link', { name: /Hệ thống một cửa/u }).click();

  await expect(page).toHaveURL(/\/sources\?source=hanoi-one-stop/u);
});

test('data analysis counts what the board of sources shows, and says which sources make a figure', async ({
  page,
  city,
}) => {
  await openCenter(page, city.url, 'analytics');

  const unheard = page.locator('[data-kpi="sources.unheard"]');
  await expect(unheard.locator('.figure')).toHaveAttribute('data-freshness', 'live');
  await expect(page.locator('[data-kpi="sources.completeness"] .figure-digits')).toContainText('%');
  await expect(panel(page, 'Diễn biến: Nguồn trực tiếp').locator('canvas')).toBeVisible();
  await page
    .locator('[data-kpi="sources.live"]')
    .getByRole('button', { name: /Vì sao/u })
    .click();

  const reasons = page.getByRole('dialog');
  await expect(reasons.getByRole('heading', { name: /Phần của từng nguồn/u })).toBeVisible();
  const shown = await reasons.locator('.why-about b').textContent();
  await expect(
    reasons.getByRole('row').filter({ has: page.getByRole('cell', { name: '1', exact: true }) }),
  ).toHaveCount(Number.parseInt(shown ?? '', 10));
  await reasons.getByRole('link', { name: /Hệ thống một cửa/u }).click();

  await expect(page).toHaveURL(/\/sources\?.*source=hanoi-one-stop/u);
});

test('a center that nobody knows says so and shows all that there are', async ({ page, city }) => {
  await page.goto(`${city.url}/centers/nowhere`);

  await expect(page.getByRole('heading', { name: 'Không có trung tâm “nowhere”' })).toBeVisible();
  await expect(page.locator('.ribbon').getByRole('link')).toHaveCount(10);
});

for (const path of [
  '/centers',
  '/centers/public-service',
  '/centers/traffic?lang=en&theme=light',
  '/centers/emergency',
  '/centers/environment',
  '/centers/analytics',
  '/centers/tourism/things',
]) {
  test(`${path}: a checker of WCAG finds nothing, and a phone needs no scrolling sideways`, async ({ page, city }) => {
    await page.goto(`${city.url}${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('.ribbon, .center-source, .things-list').first()).toBeVisible({ timeout: 60_000 });
    await page.addScriptTag({ content: axe.source });

    const found: unknown = await page.evaluate(
      'axe.run().then(({ violations }) => violations.map(({ id, impact, nodes }) => `${impact} ${id} ${nodes[0].html}`))',
    );
    await page.setViewportSize({ width: 390, height: 844 });

    expect(found).toEqual([]);
    await expect.poll(() => page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  });
}
