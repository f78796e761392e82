import { fileURLToPath } from 'node:url';

import { defineConfig } from 'vitest/config';

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

/** Tests that start a PostgreSQL of their own or ask little of it: on a server they would repeat for minutes what they say without. */
const sameOnServices =
  process.env['FLAGTOWER_TESTS'] === 'services'
    ? ['serve', 'open-embedded', 'ground-truth', 'faults', 'syslog'].map((name) => `**/${name}.test.ts`)
    : [];

/** Their tests share one PostgreSQL server, with a database for each file. */
const withPostgres = new Set(['packages/store', 'apps/aggregator', 'apps/simulator', 'services']);

function postgresFor(project: string): { globalSetup: string[] } {
  return {
    globalSetup: withPostgres.has(project) ? [`${import.meta.dirname}/packages/store/src/testing/global-setup.ts`] : [],
  };
}

export default defineConfig({
  test: {
    // Two busy cores share a database server, a browser and the tests.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    expect: { requireAssertions: true },
    sequence: { shuffle: true },
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
        },
      },
    ],
  },
});
