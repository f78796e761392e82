import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect } from '@playwright/test';

import { test } from './product/fixtures.ts';
import { openDesk } from './product/intake.ts';
import { seesItLive, seesItWhole } from './product/overview.ts';
import { startService } from './product/service.ts';

test('a page reloads itself once the service comes back with another build, and never without one', async ({
  page,
  service,
  wall,
}) => {
  const nextBuild = await mkdtemp(join(tmpdir(), 'flagtower-e2e-'));
  await cp(wall, nextBuild, { recursive: true });
  await appendFile(join(nextBuild, 'index.html'), '<!-- the next release -->\n');
  const port = Number(new URL(service.url).port);
  const { dataDir } = service;
  const desk = await openDesk(service, 60);
  // A hall of screens spreads its reloads over 20 s by chance; this screen has drawn the first place.
  await page.addInitScript(() => {
    Math.random = () => 0;
  });
  await page.goto(`${service.url}/?ledger=trial`);
  await seesItLive(page);
  await seesItWhole(page);
  const isFirstLoad = (): Promise<boolean> => page.evaluate(() => Reflect.get(globalThis, 'firstLoad') === true);
  await page.evaluate(() => Reflect.set(globalThis, 'firstLoad', true));

  await service.stop();
  const same = await startService({ dataDir, wall, port });
  await expect(page.getByRole('alert')).toHaveCount(0);
  await seesItLive(page);
  expect(await isFirstLoad()).toBe(true);

  await same.stop();
  const next = await startService({ dataDir, wall: nextBuild, port });
  // While the page reloads there is nothing to ask: that is neither the first load nor the next one yet.
  await expect.poll(() => isFirstLoad().catch(() => true), { timeout: 45_000 }).toBe(false);
  await seesItLive(page);
  await desk.die();
  await next.stop();
  await rm(nextBuild, { recursive: true });
});
