import { expect } from '@playwright/test';

import { test } from '../product/fixtures.ts';
import { authorised } from '../product/intake.ts';
import { openCenter, panel, photograph, showsWhatTheCityCounts } from './figures.ts';

/** The road operator's server is dead from the fifth minute to the 35th: the first look is before it. */
test.use({ story: { name: 'outage', minute: 2 } });

test('a source dies: its figures say so on the center’s page and on that of data analysis, all others go on, and it comes back', async ({
  page,
  told,
}, testInfo) => {
  // Sources are asked once a minute, and two of them have to be heard anew.
  test.setTimeout(240_000);
  const roads = page.locator('[data-kpi="traffic.speed.mean"] .figure');
  const jump = (at: string) => authorised(told, 'PUT', '/v1/ledgers/simulated/clock', { at, speed: 0.1 });
  await openCenter(page, told, 'traffic');
  await showsWhatTheCityCounts(page, told, ['traffic.speed.mean', 'traffic.congestion-points']);
  await expect(roads).toHaveAttribute('data-freshness', 'live');

  await jump('2026-11-24T04:02:07.000Z');

  await expect(roads).toHaveAttribute('data-freshness', /stale|lost/u, { timeout: 30_000 });
  const buses = page.locator('.center-source').filter({ hasText: 'Vị trí xe buýt' });
  await expect(buses).toHaveAttribute('data-state', 'live', { timeout: 90_000 });
  await expect(panel(page, 'Cần xử lý ngay').getByRole('link', { name: /Lưu lượng, tốc độ/u })).toBeVisible();
  await photograph(page, testInfo.outputPath('traffic-dead.png'));

  await openCenter(page, told, 'analytics');
  await expect(
    panel(page, 'Cần xử lý ngay').getByRole('listitem').filter({ hasText: 'Sự cố giao thông' }),
  ).toBeVisible();
  await expect(page.locator('.center-source').filter({ hasText: 'Trạm quan trắc' })).toHaveAttribute(
    'data-state',
    'live',
    { timeout: 90_000 },
  );
  await photograph(page, testInfo.outputPath('analytics.png'));

  await jump('2026-11-24T04:17:07.000Z');
  await openCenter(page, told, 'traffic');
  await showsWhatTheCityCounts(page, told, ['traffic.speed.mean', 'traffic.congestion-points']);
  await expect(roads).toHaveAttribute('data-freshness', 'live', { timeout: 90_000 });
});
