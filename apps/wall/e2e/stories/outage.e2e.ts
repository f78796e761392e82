import { sourceConfigSchema } from '@flagtower/contracts';
import { expect } from '@playwright/test';

import { test, type ToldCity } from '../product/fixtures.ts';
import { authorised } from '../product/intake.ts';
import { panel } from '../product/panel.ts';
import { openCenter, photograph } from './figures.ts';

/** The road operator's server dies in the fifth minute: the first look is before it, and silence takes its own time. */
test.use({ story: { name: 'outage', minute: 3 }, toldClock: 'real' });

/** The operator's two sources promise a document every ten seconds, so that a test need not wait for minutes of silence. */
async function promiseMore(told: ToldCity): Promise<void> {
  for (const id of ['hanoi-roads', 'hanoi-road-incidents']) {
    const path = `/v1/sources/${id}/config?ledger=simulated`;
    const { pull, ...config } = sourceConfigSchema.parse(await authorised(told, 'GET', path));
    const asked = pull === undefined ? {} : { pull: { ...pull, everySeconds: 3 } };
    await authorised(told, 'POST', '/v1/sources', { ...config, ...asked, cadence: { everySeconds: 10 } });
  }
}

test('a source dies: its figures say so and it waits to be looked after, on its center’s page and on that of data analysis; all others go on', async ({
  page,
  told,
}, testInfo) => {
  test.setTimeout(240_000);
  const roads = page.locator('[data-kpi="traffic.speed.mean"] .figure');
  const source = (name: string | RegExp) => page.locator('.center-source').filter({ hasText: name });
  await promiseMore(told);
  await openCenter(page, told, 'traffic');
  await expect(roads).toHaveAttribute('data-freshness', 'live', { timeout: 60_000 });

  await expect(roads).toHaveAttribute('data-freshness', /stale|lost/u, { timeout: 150_000 });

  await expect(source('Lưu lượng, tốc độ')).toHaveAttribute('data-state', /stale|lost/u);
  await expect(source('Vị trí xe buýt')).toHaveAttribute('data-state', 'live');
  await expect(panel(page, 'Cần xử lý ngay').getByRole('link', { name: /Lưu lượng, tốc độ/u })).toBeVisible();
  await photograph(page, testInfo.outputPath('traffic.png'));

  await openCenter(page, told, 'analytics');
  const tasks = panel(page, 'Cần xử lý ngay').getByRole('listitem');
  await expect(tasks.filter({ hasText: 'Sự cố giao thông' })).toBeVisible();
  await expect(source('Trạm quan trắc')).toHaveAttribute('data-state', 'live');
  await photograph(page, testInfo.outputPath('analytics.png'));
});
