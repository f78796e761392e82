import { readFile } from 'node:fs/promises';

import { expect, test as base, type Page } from '@playwright/test';

import type { ServedPage } from '../served-page.ts';
import { serveFixture } from './fixture-page.ts';

const test = base.extend<object, { served: ServedPage }>({
  served: [
    async ({}, use) => {
      const served = await serveFixture();
      await use(served);
      await served.close();
    },
    { scope: 'worker' },
  ],
});

async function open(page: Page, served: ServedPage, search = ''): Promise<void> {
  await page.goto(new URL(search, served.url).href);
  await expect(page.getByRole('region', { name: 'Hồ sơ tiếp nhận hôm nay' })).toContainText('3.846');
  await expect(page.locator('.chart-canvas canvas').first()).toBeVisible();
  await page.evaluate(async () => document.fonts.ready);
}

/** Texts that are smaller than 14 pixels of the 1920 × 1080 design, and what sticks out of its panel or of the page. */
function faultsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const unit = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
    const own = (element: Element): string =>
      [...element.childNodes]
        .flatMap((node) => (node.nodeType === Node.TEXT_NODE ? [node.textContent?.trim() ?? ''] : []))
        .join('');
    const small = [...document.querySelectorAll('.scene *')]
      .filter((element) => own(element) !== '' && Number.parseFloat(getComputedStyle(element).fontSize) < 13.9 * unit)
      .map((element) => `small: ${own(element)}`);
    const outside = [...document.querySelectorAll('.panel')].flatMap((panel) => {
      const frame = panel.getBoundingClientRect();
      return [...panel.querySelectorAll('span, p, dt, dd, li, h2, svg, div')]
        .filter((element) => !element.closest('.fresh-veil, .fresh-spoken, .fresh-corner, .visually-hidden, .unit-map'))
        .filter((element) => {
          const box = element.getBoundingClientRect();
          return (
            box.width > 0 && (box.right > frame.right + 1 || box.bottom > frame.bottom + 1 || box.left < frame.left - 1)
          );
        })
        .map((element) => `outside ${panel.className}: ${element.className} ${element.textContent}`);
    });
    const { scrollWidth, clientWidth } = document.documentElement;
    return [...small, ...outside, ...(scrollWidth > clientWidth ? ['the page is wider than its window'] : [])];
  });
}

for (const [width, height] of [
  [1920, 1080],
  [3840, 2160],
] as const) {
  for (const language of ['vi', 'en']) {
    test(`at ${width} × ${height} in ${language} all text can be read and nothing leaves its panel`, async ({
      page,
      served,
    }) => {
      await page.setViewportSize({ width, height });
      await page.goto(new URL(`?lang=${language}`, served.url).href);
      await expect(page.locator('.chart-canvas canvas')).toHaveCount(2);
      await page.evaluate(async () => document.fonts.ready);

      expect(await faultsOf(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(height);
    });
  }
}

test('on a phone the scene is one column that scrolls down and never sideways', async ({ page, served }) => {
  await page.setViewportSize({ width: 412, height: 915 });
  await open(page, served);

  const { scrollWidth, scrollHeight } = await page.evaluate(() => ({
    scrollWidth: document.documentElement.scrollWidth,
    scrollHeight: document.documentElement.scrollHeight,
  }));

  expect(scrollWidth).toBeLessThanOrEqual(412);
  expect(scrollHeight).toBeGreaterThan(915);
});

test('the language changes in place, and the address says which', async ({ page, served }) => {
  await open(page, served);

  await page.getByRole('button', { name: 'English' }).click();

  await expect(page.getByRole('region', { name: 'Dossiers received today' })).toContainText('3,846');
  await expect(page).toHaveURL(/lang=en/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('a table leaves as a file that a Vietnamese Excel opens right', async ({ page, served }) => {
  await open(page, served);
  await page.getByRole('button', { name: 'Tải xuống: Đơn vị quá hạn nhiều nhất' }).click();

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Bảng CSV' }).click(),
  ]);
  const file = await readFile(await download.path());

  expect([...file.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(file.toString('utf8')).toContain('Dữ liệu mô phỏng');
  expect(file.toString('utf8')).toContain('\r\nHoàng Liệt;94;4,8;');
});

for (const [format, start] of [
  ['Ảnh PNG', '\u{FFFD}PNG'],
  ['Hình SVG', '<svg xmlns'],
] as const) {
  test(`a chart leaves as ${format}`, async ({ page, served }) => {
    await open(page, served);
    await page.getByRole('button', { name: 'Tải xuống: Tiếp nhận theo giờ' }).click();

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: format }).click(),
    ]);
    const file = await readFile(await download.path());

    expect(file.toString('utf8').startsWith(start)).toBe(true);
    expect(file.length).toBeGreaterThan(10_000);
  });
}

test('without contact the wall cannot be mistaken for a quiet city', async ({ page, served }) => {
  await open(page, served, '?contact=lost');

  await expect(page.getByRole('alert')).toContainText('Mất liên lạc với máy chủ từ 10:41:01');
  await expect(page.getByRole('region', { name: 'Thanh thời gian' })).toContainText('MẤT LIÊN LẠC');
  const figures = page.locator('.figure');
  expect(await figures.count()).toBeGreaterThan(5);
  for (const figure of await figures.all()) await expect(figure).not.toHaveAttribute('data-freshness', 'live');
});

test('centers without a source say so', async ({ page, served }) => {
  await open(page, served);

  const press = page.getByRole('listitem').filter({ hasText: 'Báo chí' });

  await expect(press).toContainText('chưa có nguồn');
  await expect(press).toHaveAttribute('data-level', 'none');
});
