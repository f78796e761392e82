import { readFile } from 'node:fs/promises';

import { expect, type Locator, type Page } from '@playwright/test';
import axe from 'axe-core';

import { test } from './product/fixtures.ts';
import { authorised } from './product/intake.ts';
import { panel } from './product/overview.ts';
import { receiptFile } from './product/receipt-file.ts';
import { runCommand } from './product/service.ts';

const number = (text: string): number => Number(text.replaceAll('.', '').match(/\d+/)?.[0]);

function card(page: Page, name: string): Locator {
  return page.getByRole('article', { name, exact: true }).locator('.card-value');
}

async function received(page: Page): Promise<number> {
  await expect(card(page, 'Tiếp nhận')).toHaveText(/^\d/);
  return number(await card(page, 'Tiếp nhận').innerText());
}

/** Rows of a ranking as a person reads them: a name, and what was received. */
async function rowsOf(page: Page, title: string): Promise<{ name: string; received: number }[]> {
  const rows = panel(page, title).locator('tbody tr');
  await expect(rows.first()).toBeVisible();
  return await Promise.all(
    (await rows.all()).map(async (row) => ({
      name: await row.getByRole('link').innerText(),
      received: number(await row.locator('[data-column="dossiers.received"]').innerText()),
    })),
  );
}

const sum = (rows: readonly { received: number }[]): number => rows.reduce((total, row) => total + row.received, 0);

async function settled(page: Page): Promise<void> {
  await expect(page.locator('.drill')).toHaveAttribute('aria-busy', 'false');
}

test('the receipt log drills down to its dossiers, and the sums match at every level', async ({
  page,
  service,
  complaints,
}, testInfo) => {
  test.setTimeout(240_000);
  const { path, figures } = await receiptFile(testInfo.outputPath('receipt-log.xes'));
  await runCommand(service, 'import', path, '--source', 'permits', '--zone', 'Europe/Amsterdam');

  await page.goto(`${service.url}/drill?ledger=trial&period=all`);
  expect(await received(page)).toBe(figures.received);
  await expect(card(page, 'Đang mở')).toHaveText(figures.open.toLocaleString('vi-VN'));
  await expect(card(page, 'Đã giải quyết')).toHaveText(figures.handled.toLocaleString('vi-VN'));
  const units = (await rowsOf(page, 'Xếp hạng đơn vị')).filter((row) => row.received > 0);
  expect(sum(units)).toBe(figures.received);
  expect(sum(await rowsOf(page, 'Theo lĩnh vực thủ tục'))).toBe(figures.received);

  for (const unit of units) {
    await page.goto(`${service.url}/drill?ledger=trial&period=all`);
    await panel(page, 'Xếp hạng đơn vị').getByRole('link', { name: unit.name, exact: true }).click();
    await settled(page);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(unit.name);
    expect(await received(page)).toBe(unit.received);
    const [group] = await rowsOf(page, 'Theo lĩnh vực thủ tục');
    expect(group?.received).toBe(unit.received);
    await panel(page, 'Theo lĩnh vực thủ tục').getByRole('link').first().click();
    await settled(page);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Ngoài danh mục thủ tục');
    expect(sum(await rowsOf(page, 'Theo thủ tục'))).toBe(unit.received);
    await panel(page, 'Theo thủ tục').getByRole('link').first().click();
    await settled(page);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Không rõ thủ tục');
    await page.getByRole('combobox', { name: 'Danh sách' }).selectOption('dossiers.received');
    await expect(panel(page, 'Danh sách hồ sơ: Tiếp nhận')).toContainText(
      new RegExp(`trên ${unit.received.toLocaleString('vi-VN')} hồ sơ`),
    );
  }

  await page.locator('.dossier-table tbody').getByRole('link').first().click();
  await expect(page.getByRole('region', { name: 'Diễn biến' })).toContainText('Tiếp nhận');
  await expect(page.getByRole('region', { name: 'Mọi bản ghi về hồ sơ này' })).toContainText('permits');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Không rõ thủ tục');
  expect(complaints).toEqual([]);
});

test('a pinned link shows the same figures after more was told, and the panel says what was', async ({
  page,
  context,
  service,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await authorised(service, 'POST', '/v1/sources', {
    id: 'desk',
    names: { vi: 'Quầy', en: 'Desk' },
    ledger: 'trial',
    zone: 'Asia/Ho_Chi_Minh',
  });
  const tell = (codes: readonly string[]): Promise<unknown> =>
    authorised(
      service,
      'POST',
      '/v1/intake/desk',
      codes.map((code) => ({
        kind: 'dossier-event',
        recordId: code,
        occurredAt: '2026-03-02T03:00:00.000Z',
        caseKind: 'dossier',
        dossier: code,
        steps: [{ step: 'received', at: '2026-03-02T03:00:00.000Z' }],
        dating: 'change',
        unit: '00004',
      })),
    );
  await tell(['D-1', 'D-2', 'D-3']);

  await page.goto(`${service.url}/drill/00004?ledger=trial&period=all`);
  expect(await received(page)).toBe(3);
  await page.getByRole('button', { name: 'Sao chép liên kết' }).click();
  await expect(page.getByText('Đã sao chép')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(link).searchParams.get('knownSeq')).toMatch(/^\d+$/);
  await tell(['D-4', 'D-5']);

  const other = await context.newPage();
  await other.goto(link);
  expect(await received(other)).toBe(3);
  await expect(other.getByRole('note')).toContainText('Trang này không đổi');
  await other.getByRole('button', { name: 'Về trực tiếp' }).click();
  await expect(card(other, 'Tiếp nhận')).toHaveText('5');

  await card(other, 'Tiếp nhận').click();
  const why = other.getByRole('dialog', { name: 'Vì sao có số này?' });
  await expect(why).toContainText('trùng số đang hiện');
  await expect(why).toContainText('5 tiếp nhận');
  await expect(why.getByRole('link', { name: /^Mở hồ sơ/ })).toHaveCount(5);
  await expect(why).toContainText('Đã đổi gì từ khi công bố');
  await other.keyboard.press('Escape');
  await expect(why).toHaveCount(0);
});

test('the keyboard leads down, up and to a search without accents', async ({ page, city }) => {
  await page.goto(`${city.url}/drill`);
  expect(await received(page)).toBeGreaterThan(0);

  const first = panel(page, 'Xếp hạng đơn vị').locator('.row-link').first();
  await expect(first).toHaveText(/\p{L}/u);
  const name = await first.innerText();
  await first.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expect(first).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
  await settled(page);
  await page.keyboard.press('Backspace');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Hà Nội');

  await settled(page);
  await page.keyboard.press('/');
  await page.keyboard.type('ba dinh');
  await expect(page.getByRole('option').first()).toContainText('Ba Đình');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/drill\/00004/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ba Đình');
});

/** The checker is a script of the test's, which the service's policy rightly keeps out. */
test.describe('for everybody', () => {
  test.use({ bypassCSP: true });

  for (const { width, height, search } of [
    { width: 1920, height: 1080, search: '' },
    { width: 390, height: 844, search: '?lang=en&theme=light' },
  ]) {
    test(`at ${String(width)} pixels a level fits its window, and a checker of WCAG finds nothing`, async ({
      page,
      city,
    }) => {
      await page.setViewportSize({ width, height });
      for (const path of ['/drill', '/drill/00004', '/drill/00004/g/chung-thuc']) {
        await page.goto(`${city.url}${path}${search}`);
        await expect(page.locator('.card-value')).toHaveCount(10);
        await expect(page.locator('.chart-canvas canvas')).toBeVisible();
        await page.addScriptTag({ content: axe.source });

        const found: unknown = await page.evaluate(
          'axe.run().then(({ violations }) => violations.map(({ id, impact, nodes }) => `${impact} ${id} ${nodes[0].html}`))',
        );
        const isWide = await page.evaluate(
          () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
        );

        expect(found).toEqual([]);
        expect(isWide).toBe(false);
      }
    });
  }

  test('a number of the overview tells its reasons, and its units lead to their levels', async ({ page, city }) => {
    await page.goto(`${city.url}/`);
    await page
      .getByRole('button', { name: /Vì sao có số này: Tiếp nhận$/ })
      .first()
      .click();
    const why = page.getByRole('dialog', { name: 'Vì sao có số này?' });
    await expect(why).toContainText('trùng số đang hiện');
    // A dossier's code is never on a wall, not even inside the id of a record.
    await expect(why).not.toContainText(/H26\./);
    await page.addScriptTag({ content: axe.source });
    const found: unknown = await page.evaluate(
      `axe.run('dialog').then(({ violations }) => violations.map(({ id, nodes }) => id + nodes[0].html))`,
    );
    expect(found).toEqual([]);
    await page.keyboard.press('Escape');

    const unit = page.locator('a.ranking-name').first();
    await expect(unit).toHaveText(/\p{L}/u);
    const name = await unit.innerText();
    await unit.click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
  });
});

test('the overdue list leaves as a file for a Vietnamese Excel and as a sheet to sign', async ({ page, city }) => {
  await page.goto(`${city.url}/drill/00004?list=dossiers.open`);
  await expect(page.locator('.dossier-table tbody tr').first()).toBeVisible();

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Tải CSV' }).click(),
  ]);
  const text = await readFile(await file.path(), 'utf8');
  await page.emulateMedia({ media: 'print' });

  expect(text).toMatch(/^\uFEFF/);
  expect(text).toContain('Mã hồ sơ;Đơn vị;Thủ tục');
  expect(text).toContain('Dữ liệu mô phỏng');
  await expect(page.getByText('Ký, ghi rõ họ tên').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Tải CSV' })).toBeHidden();
  await expect(card(page, 'Tiếp nhận')).toBeHidden();
});

test('a commune and its procedures are seen among their neighbours, and a neighbour is a click away', async ({
  page,
  city,
}) => {
  await page.goto(`${city.url}/drill/00376/g/dat-dai`);
  const map = page.getByRole('img', { name: 'Giữa các đơn vị cùng cấp: Tiếp nhận' });

  await expect(map.locator('.level-cell')).toHaveCount(126);
  await expect(map.locator('.level-cell-here')).toHaveCount(1);
  const ofHere = await map.locator('.level-cell-here title').textContent();
  expect(number(ofHere ?? '')).toBe(await received(page));
  await map.locator('.level-cell:not(.level-cell-here)').first().click();

  await expect(page).toHaveURL(/\/drill\/(?!00376)\d{5}\/g\/dat-dai/);
  await settled(page);
});
