import { fileURLToPath } from 'node:url';

import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const workspaces = [
  'packages/contracts',
  'packages/domain',
  'packages/feeds',
  'packages/store',
  'packages/charts',
  'packages/city-hanoi',
  'apps/aggregator',
  'apps/wall',
  'apps/simulator',
];

/** Tests named `*.services.test.ts` need a PostgreSQL server, Redis and Mosquitto: `.ci/run` starts them. */
const servicesTests = '**/*.services.test.ts';

/** They measure how long something takes, when all others are over. */
const timedTests = '**/*-time.services.test.ts';

/** They take longest, and start first: one that starts last leaves the other cores idle. */
const longest = ['load.services', 'serve', 'ledger.property', 'faults', 'ground-truth.services', 'open-embedded'];

class LongestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve(files.toSorted((one, other) => placeOf(one) - placeOf(other)));
  }
}

function placeOf({ moduleId }: TestSpecification): number {
  const place = longest.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
  return place === -1 ? longest.length : place;
}

/** Tests that start a PostgreSQL of their own or ask little of it: on a server they would repeat for minutes what they say without. */
const sameOnServices =
  process.env['FLAGTOWER_TESTS'] === 'services'
    ? ['serve', 'open-embedded', 'ground-truth', 'faults', 'syslog', 'real-files'].map((name) => `**/${name}.test.ts`)
    : [];

/** Their tests share one PostgreSQL server, with a database for each file. */
const withPostgres = new Set(['packages/store', 'apps/aggregator', 'apps/simulator', 'services', 'services-timed']);

function postgresFor(project: string): { globalSetup: string[] } {
  return {
    globalSetup: withPostgres.has(project) ? [`${import.meta.dirname}/packages/store/src/testing/global-setup.ts`] : [],
  };
}

export default defineConfig({
  test: {
    // Most of them wait for PostgreSQL half of the time: one worker less than there are cores would leave a core idle.
    maxWorkers: '100%',
    // Two busy cores share a database server, a browser and the tests.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    expect: { requireAssertions: true },
    sequence: { shuffle: { tests: true, files: false }, sequencer: LongestFirst },
    // Node has `Temporal` of its own from 26 on.
    setupFiles: [fileURLToPath(import.meta.resolve('temporal-polyfill/global'))],
    projects: [
      ...workspaces.map((root) => ({
        extends: true as const,
        test: {
          name: root,
          root,
          ...postgresFor(root),
          include: ['src/**/*.test.{ts,tsx}'],
          exclude: [servicesTests, ...sameOnServices],
        },
      })),
      {
        extends: true,
        test: {
          name: 'services',
          ...postgresFor('services'),
          include: [`{packages,apps}/*/src/${servicesTests}`, `bench/src/${servicesTests}`],
          exclude: [timedTests],
        },
      },
      {
        extends: true,
        test: {
          name: 'services-timed',
          ...postgresFor('services-timed'),
          include: [`bench/src/${timedTests}`],
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
