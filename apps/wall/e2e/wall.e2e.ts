import { readFile } from 'node:fs/promises';

import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

import { test } from './product/fixtures.ts';
import { panel, seesItLive, seesItWhole } from './product/overview.ts';

test('a wall shows its first live figure within 15 s, says that it is simulated, and talks to its own host only', async ({
  page,
  city,
  complaints,
}) => {
  const openedAt = Date.now();
  await page.goto(city.url);
  await seesItLive(page, 15_000);
  const firstFigureMs = Date.now() - openedAt;

  await seesItWhole(page);

  expect(firstFigureMs).toBeLessThan(15_000);
  await expect(page.getByText('Dữ liệu mô phỏng')).toBeVisible();
  await expect(panel(page, 'Hồ sơ tiếp nhận trên 10.000 dân')).toContainText('126 phường, xã');
  await expect(panel(page, 'Hồ sơ tiếp nhận trên 10.000 dân')).toContainText(/[1-9]\d* xe buýt đang báo/);
  expect(complaints).toEqual([]);
});

test('a chart whose code could not be fetched takes no number along, and comes when the server has it', async ({
  page,
  city,
}) => {
  let asked = 0;
  await page.route('**/chart-canvas-*.js', async (route) => {
    asked += 1;
    await (asked > 1 ? route.continue() : route.abort());
  });

  await page.goto(city.url);

  await seesItLive(page);
  await seesItWhole(page);
  expect(asked).toBeGreaterThan(1);
});

test('the language changes in place, and numbers are written in its way', async ({ page, city }) => {
  await page.goto(city.url);
  await seesItLive(page);

  await page.getByRole('button', { name: 'English' }).click();

  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page).toHaveURL(/lang=en/);
  await expect(panel(page, 'Dossiers received today')).toContainText(/\d,\d{3}/);
  await expect(page.getByText('Simulated data')).toBeVisible();
});

async function exported(page: Page, name: string, format: string): Promise<{ name: string; bytes: Buffer }> {
  await page.getByRole('button', { name: `Tải xuống: ${name}` }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: format, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test('a panel leaves as a table and as pictures that say what they are, of when, from whom, and that it is simulated', async ({
  page,
  city,
  complaints,
}) => {
  await page.goto(city.url);
  await seesItLive(page);
  const said = [
    /Đúng hạn, hai cách tính/,
    /%/,
    /Số liệu đến \d\d:\d\d:\d\d \d\d\/\d\d\/\d{4}/,
    /Nguồn: /,
    /Dữ liệu mô phỏng/,
  ];

  const csv = await exported(page, 'Đúng hạn, hai cách tính', 'Bảng CSV');
  const svg = await exported(page, 'Đúng hạn, hai cách tính', 'Hình SVG');
  const png = await exported(page, 'Đúng hạn, hai cách tính', 'Ảnh PNG');

  const table = csv.bytes.toString('utf8');
  expect(csv.name).toMatch(/^flagtower-on-time-\d{8}-\d{6}z\.csv$/);
  expect(table.startsWith('\u{FEFF}')).toBe(true);
  // A semicolon apart and a comma in a number, as a Vietnamese office has it.
  expect(table).toMatch(/;\d{2,3},\d\d?;/);
  for (const words of said) expect(table).toMatch(words);
  const drawing = svg.bytes.toString('utf8').replaceAll(/<[^>]*>/g, ' ');
  for (const words of said) expect(drawing).toMatch(words);
  for (const [{ bytes }, type] of [
    [svg, 'image/svg+xml'],
    [png, 'image/png'],
  ] as const) {
    const { width, height } = await openPicture(page, bytes, type);
    expect(width).toBeGreaterThan(500);
    expect(height).toBeGreaterThan(150);
  }
  expect(complaints).toEqual([]);
});

/** As whoever receives the file opens it. @throws where the browser cannot */
async function openPicture(page: Page, bytes: Buffer, type: string): Promise<{ width: number; height: number }> {
  return page.evaluate(
    async ([base64, mime]) => {
      const picture = new Image();
      picture.src = `data:${mime};base64,${base64}`;
      await picture.decode();
      return { width: picture.naturalWidth, height: picture.naturalHeight };
    },
    [bytes.toString('base64'), type] as const,
  );
}

test('everything that can be pressed is reached by the keyboard, is seen to be, and closes on Escape', async ({
  page,
  city,
}) => {
  await page.goto(city.url);
  await seesItLive(page);
  await seesItWhole(page);
  const buttons = await page.getByRole('button').count();

  const reached = new Set<string>();
  for (let step = 0; step < buttons + 10; step += 1) {
    await page.keyboard.press('Tab');
    reached.add(await focused(page));
  }

  reached.delete('');
  expect(reached.size).toBeGreaterThanOrEqual(buttons);
  expect([...reached].filter((name) => name.startsWith('unseen'))).toEqual([]);
  const menu = page.getByRole('button', { name: 'Tải xuống: Thông báo' });
  await menu.focus();
  await page.keyboard.press('Enter');
  await expect(menu).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Escape');
  await expect(menu).toHaveAttribute('aria-expanded', 'false');
});

/** Which control has the focus; `unseen …` where nothing on the screen shows it, `''` where none has it. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return '';
    const name = element.getAttribute('aria-label') ?? element.textContent;
    const { outlineStyle, opacity } = getComputedStyle(element);
    const { width } = element.getBoundingClientRect();
    return outlineStyle !== 'none' && opacity !== '0' && width > 0 ? name : `unseen ${name}`;
  });
}

test('a checker of WCAG finds nothing serious on the import page', async ({ page, city }) => {
  await page.goto(`${city.url}/import#key=${city.adminKey}`);
  await expect(page.getByRole('region', { name: '1 · Tệp' })).toBeVisible();
  await page.evaluate(axe.source);

  const found = await page.evaluate(async () => {
    const { violations } = await (Reflect.get(globalThis, 'axe') as typeof axe).run();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });

  expect(found).toEqual([]);
});

test('the tab names the page, and a wrong address says that it is none and leads on', async ({ page, city }) => {
  await page.goto(`${city.url}/drill`);
  await expect(page).toHaveTitle('Chi tiết theo cấp · Hà Nội · Flagtower');

  const answer = await page.goto(`${city.url}/dril`);
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: 'Không có trang này' })).toBeVisible();
  await page.getByRole('link', { name: 'Về toàn cảnh' }).click();

  await seesItLive(page);
  await expect(page).toHaveTitle('Toàn cảnh · Hà Nội · Flagtower');
});
