import { expect } from '@playwright/test';

import { askOften } from '../product/ask-often.ts';
import { test } from '../product/fixtures.ts';
import { authorised } from '../product/intake.ts';
import { panel } from '../product/panel.ts';
import { openCenter, photograph } from './figures.ts';

/**
 * The road operator's server dies in the fifth minute. While the city's clock is held, the first look has three minutes of
 * ours; then the clock goes on as ours does, for silence takes its own time.
 */
test.use({ story: { name: 'outage', minute: 4.7 } });

test('a source dies: its figures say so and it waits to be looked after, on its center’s page and on that of data analysis; all others go on', async ({
  page,
  told,
}, testInfo) => {
  test.setTimeout(210_000);
  const roads = page.locator('[data-kpi="traffic.speed.mean"] .figure');
  const source = (name: string | RegExp) => page.locator('.center-source').filter({ hasText: name });
  // They promise a document every ten seconds: a test need not wait for minutes of silence.
  await askOften(told, ['hanoi-roads', 'hanoi-road-incidents'], { cadence: { everySeconds: 10 } });
  await openCenter(page, told, 'traffic');
  await expect(roads).toHaveAttribute('data-freshness', 'live', { timeout: 60_000 });

  await authorised(told, 'PUT', '/v1/ledgers/simulated/clock', { speed: 1 });

  await expect(roads).toHaveAttribute('data-freshness', /stale|lost/u, { timeout: 120_000 });

  await expect(source('Lưu lượng, tốc độ')).toHaveAttribute('data-state', /stale|lost/u);
  await expect(source('Vị trí xe buýt')).toHaveAttribute('data-state', 'live');
  await expect(panel(page, 'Cần xử lý ngay').getByRole('link', { name: /Lưu lượng, tốc độ/u })).toBeVisible();
  await photograph(page, testInfo.outputPath('traffic.png'));

  await openCenter(page, told, 'analytics');
  const tasks = panel(page, 'Cần xử lý ngay').getByRole('listitem');
  await expect(tasks.filter({ hasText: 'Sự cố giao thông' })).toBeVisible();
  await expect(source('Trạm quan trắc')).toHaveAttribute('data-state', 'live');
  // The two of the operator, and no other.
  const count = async (state: string): Promise<number> =>
    Number.parseInt((await page.locator(`[data-kpi="sources.${state}"] .figure-digits`).textContent()) ?? '', 10);
  await expect.poll(async () => (await count('stale')) + (await count('lost'))).toBe(2);
  await photograph(page, testInfo.outputPath('analytics.png'));
});
