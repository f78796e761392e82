import { expect } from '@playwright/test';

import { test } from '../product/fixtures.ts';
import { panel } from '../product/panel.ts';
import { counted, openCenter, photograph, showsWhatTheCityCounts } from './figures.ts';

/** At its height from the 20th minute to the fifth hour. */
test.use({ story: { name: 'dengue', minute: 60 } });

test('emergency: cases of the week and beds are the city’s own, far above the season’s', async ({
  page,
  told,
}, testInfo) => {
  await openCenter(page, told, 'emergency');

  await showsWhatTheCityCounts(page, told, ['health.dengue.week', 'health.beds', 'health.beds.occupied-share']);
  expect(await counted(told, 'health.dengue.week')).toBeGreaterThan(700);
  expect(await counted(told, 'health.beds.occupied-share')).toBeGreaterThan(1);
  const week = page.locator('[data-kpi="health.dengue.week"]');
  await expect(week).toContainText('tuần 14–21/11/2025: 305');
  await week.getByRole('button').first().click();
  const trend = panel(page, 'Diễn biến: Ca sốt xuất huyết trong tuần');
  await expect(trend.locator('canvas')).toBeVisible();
  await expect(trend).toContainText(/30 ngày qua.*Đã công bố.*tuần 07–14\/11\/2025: 432/su);
  const hospitals = panel(page, 'Bệnh viện, nơi thiếu giường nhất trước');
  await expect(hospitals.getByRole('heading', { level: 2 })).toHaveText(/^\d+\/\d+ bệnh viện hết giường$/u);
  await expect(hospitals.getByRole('listitem').first()).toContainText(/1[0-2]\d%.*\d+\/\d+ giường.*chờ \d/su);
  await expect(page.locator('[data-layer="hospitals"]')).toContainText(/Giường bệnh đang sử dụng\s*42/u);
  await photograph(page, testInfo.outputPath('emergency.png'));
});
