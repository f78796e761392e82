import { chmod, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, test as base, type Page } from '@playwright/test';

import { freePort, layCable, type Cable } from './cable.ts';
import { countsAt, type CityCounts } from './city-counts.ts';
import { heardFromAll } from './heard-from-all.ts';
import { authorised } from './intake.ts';
import { startService, startSimulator, tellHistory, type CityOptions, type Service } from './service.ts';

const built = fileURLToPath(new URL('../../dist/wall', import.meta.url));

/** A Tuesday morning in Hanoi: offices are open, and every run sees the same city. */
const cityNow = '2026-11-24T03:42:07.000Z';

interface Fixtures {
  /** A service of this test's own, on an empty store. */
  readonly service: Service;
  /** Between the service and whoever is given its address. */
  readonly cable: Cable;
  /** What the page complained of, or asked of anybody but its service. */
  readonly complaints: readonly string[];
}

interface WorkerFixtures {
  /** The built wall, where nobody builds it anew while tests look at it. */
  readonly wall: string;
  /** A service with a simulated city, for tests that only look. */
  readonly city: Service;
  /** A service on an empty store, for tests that only look. */
  readonly quiet: Service;
  /** What happens in the told city, and since how many minutes. */
  readonly story: CityOptions['story'];
  /** Days before today that the told city has told of: what came in the evening before counts for today. None for who asks for no cases, for that takes longest. */
  readonly pastDays: number;
  /** A service with a simulated city in which a story is told. Its clock is held at a tenth of its speed: a figure can be held against the city's own. */
  readonly told: ToldCity;
}

/** A city that counts itself. */
export interface ToldCity extends Service {
  /** What it knows of itself now. */
  readonly counts: () => Promise<CityCounts>;
}

/** The product as its users have it: real processes, a real store, a real browser. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  wall: [
    async ({ browserName: _browser }, use) => {
      const folder = await emptyFolder();
      await cp(built, folder, { recursive: true });
      await use(folder);
      await rm(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
  city: [
    async ({ wall }, use) => {
      const dataDir = await emptyFolder();
      const service = await startService({ dataDir, wall });
      await authorised(service, 'PUT', '/v1/ledgers/simulated/clock', { at: cityNow, speed: 1 });
      const feeds = await freePort();
      const options = { port: feeds, days: 4, story: null };
      await tellHistory(service, options);
      const simulator = startSimulator(service, options);
      await heardFromAll(service);
      await use(service);
      await simulator.stop();
      await service.stop();
      await rm(dataDir, { recursive: true });
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  quiet: [
    async ({ wall }, use) => {
      await withService(wall, use);
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  story: [null, { option: true, scope: 'worker' }],
  pastDays: [0, { option: true, scope: 'worker' }],
  told: [
    async ({ wall, story, pastDays }, use) => {
      const dataDir = await emptyFolder();
      const service = await startService({ dataDir, wall });
      await authorised(service, 'PUT', '/v1/ledgers/simulated/clock', { at: cityNow, speed: 0.1 });
      const feeds = await freePort();
      const options = { port: feeds, days: pastDays, story };
      if (pastDays > 0) await tellHistory(service, options);
      const simulator = startSimulator(service, options);
      await heardFromAll(service);
      // What told of the past served the feeds too, and is gone: the one that lives on may only begin to.
      await expect(() => countsAt(feeds)).toPass({ timeout: 60_000 });
      await use({ ...service, counts: () => countsAt(feeds) });
      await simulator.stop();
      await service.stop();
      await rm(dataDir, { recursive: true });
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  service: async ({ wall }, use) => {
    await withService(wall, use);
  },
  cable: async ({ service }, use) => {
    const cable = await layCable(service);
    await use(cable);
    await cable.remove();
  },
  complaints: async ({ page }, use) => {
    await use(listen(page));
  },
});

/** Lends a service on an empty store. */
async function withService(wall: string, use: (service: Service) => Promise<void>): Promise<void> {
  const dataDir = await emptyFolder();
  const service = await startService({ dataDir, wall });
  await use(service);
  await service.stop();
  await rm(dataDir, { recursive: true });
}

/** Reachable for the account that the store runs under where root runs the tests. */
async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'flagtower-e2e-'));
  await chmod(folder, 0o755);
  return folder;
}

/** A violation of the page's policy is an error on its console too. */
function listen(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    const isOurs = protocol === 'data:' || protocol === 'blob:' || host === new URL(page.url()).host;
    // Before the first answer the page is still at about:blank; that request is the test's own.
    if (!isOurs && page.url() !== 'about:blank') complaints.push(`asked ${host}`);
  });
  return complaints;
}
