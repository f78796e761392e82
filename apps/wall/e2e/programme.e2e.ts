import { expect } from '@playwright/test';

import { test } from './product/fixtures.ts';
import { panel } from './product/overview.ts';

test('a counted figure of the programme opens its reasons and its level at the very same cut', async ({
  page,
  city,
}, testInfo) => {
  test.setTimeout(180_000);
  await page.goto(`${city.url}/programme`);
  await expect(page.getByText(/^Số liệu đến/)).toBeVisible();
  await page.getByRole('link', { name: 'Giữ nguyên số liệu này' }).click();
  await expect(page).toHaveURL(/at=.*knownSeq=\d+/);
  const kept = new URL(page.url()).searchParams;
  const row = page.locator('tr[data-kpi="dossiers.online-rate"]').first();
  const value = await row.locator('.programme-value').first().innerText();
  expect(value).toMatch(/^\d+(,\d+)?\s?%$/);
  await page.screenshot({ path: testInfo.outputPath('programme.png'), fullPage: true });

  await row.getByRole('link', { name: value }).click();
  const why = page.getByRole('dialog');
  await expect(why).toBeVisible();
  await expect(why).toContainText('trùng số đang hiện', { timeout: 60_000 });
  const [exact = ''] = (await why.innerText()).match(/\d+,\d\d(?=%)/) ?? [];
  expect(Number(exact.replace(',', '.')).toFixed(1).replace('.', ',')).toBe(value.replace(/\s?%$/, ''));
  const here = new URL(page.url()).searchParams;
  expect([here.get('at'), here.get('knownSeq')]).toEqual([kept.get('at'), kept.get('knownSeq')]);
  await page.goBack();

  await row.getByRole('link', { name: 'Chi tiết theo cấp' }).click();
  await expect(page.locator('.level-card[data-kpi="dossiers.online-rate"] .card-value')).toHaveText(value);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.goBack();

  await page.getByRole('link', { name: 'Xem số liệu mới nhất' }).click();
  await expect(page).not.toHaveURL(/knownSeq/);
  await expect(panel(page, 'Tiếp nhận một cửa của chính quyền hai cấp, 2025')).toBeVisible();
});
