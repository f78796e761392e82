import { sourceConductSchema } from '@flagtower/contracts';
import { sourceConfigSchema } from '@flagtower/contracts';
import { expect } from '@playwright/test';

import { askOften } from '../product/ask-often.ts';
import { test, type ToldCity } from '../product/fixtures.ts';
import { authorised } from '../product/intake.ts';
import { panel } from '../product/panel.ts';
import { openCenter, photograph } from './figures.ts';

/**
 * The road operator's server dies in the fifth minute. While the city's clock is held, the first look has three minutes of
 * ours; then the clock goes on as ours does, for silence takes its own time.
 */
test.use({ story: { name: 'outage', minute: 4.7 } });

/** In the 36th minute of the story. */
const backAgain = '2026-11-24T04:13:30.000Z';

const conductOf = async (told: ToldCity, id: string) =>
  sourceConductSchema.parse(await authorised(told, 'GET', `/v1/sources/${id}?ledger=simulated`));

test('a source dies: its figures say so and it waits to be looked after, on its center’s page and on that of data analysis; all others go on; it comes back, and only its history tells of it', async ({
  page,
  told,
}, testInfo) => {
  test.setTimeout(270_000);
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

  const silent = await conductOf(told, 'hanoi-roads');
  expect(silent.source.freshness.state).toMatch(/stale|lost/u);
  expect(silent.silences[0]).toMatchObject({ until: null });
  // The server answers again from the 35th minute on. Who hears of it does not wait for the next try: it is asked at once.
  await authorised(told, 'PUT', '/v1/ledgers/simulated/clock', { at: backAgain, speed: 1 });
  await askOften(told, ['hanoi-roads', 'hanoi-road-incidents'], { cadence: { everySeconds: 12 } });

  await expect.poll(async () => (await conductOf(told, 'hanoi-roads')).source.trouble, { timeout: 60_000 }).toBeNull();
  await openCenter(page, told, 'traffic');
  await expect(roads).toHaveAttribute('data-freshness', 'live', { timeout: 60_000 });
  await expect(source('Lưu lượng, tốc độ')).toHaveAttribute('data-state', 'live');
  await expect(panel(page, 'Cần xử lý ngay').getByRole('link', { name: /Lưu lượng, tốc độ/u })).toHaveCount(0);
  const { source: back, silences, days } = await conductOf(told, 'hanoi-roads');
  expect(back).toMatchObject({ freshness: { state: 'live' }, trouble: null });
  // Live since its silence ended, and the silence stays in what is kept of it.
  expect(silences[0]).toMatchObject({ until: back.since });
  expect(silences[0]?.from).toBe(silent.silences[0]?.from);
  expect(days.at(-1)?.missed).toBeGreaterThan(0);
  await photograph(page, testInfo.outputPath('traffic-again.png'));

  // A source of warnings that is silent: neither a list nor its absence is the whole truth, and the list itself says so.
  const { pull, ...alerts } = sourceConfigSchema.parse(
    await authorised(told, 'GET', '/v1/sources/hanoi-alerts/config?ledger=simulated'),
  );
  await authorised(told, 'POST', '/v1/sources', {
    ...alerts,
    cadence: { everySeconds: 1 },
    pull: { ...pull, everySeconds: 3600 },
  });
  await openCenter(page, told, 'environment');
  await expect(panel(page, 'Cảnh báo đang hiệu lực')).toContainText(
    /Nguồn “Cảnh báo thiên tai” im lặng từ \d\d:\d\d 24\/11\/2026/u,
  );
  await photograph(page, testInfo.outputPath('environment.png'));
});
