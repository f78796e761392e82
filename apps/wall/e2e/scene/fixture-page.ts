import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build, preview } from 'vite';

import type { ServedPage } from '../served-page.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The whole wall, built with the fixture's stream behind it: one moment of a city that never changes. */
export async function serveFixture(): Promise<ServedPage> {
  const configFile = fileURLToPath(new URL('../../vite.config.ts', import.meta.url));
  // A folder of its own: another worker may build the same at this moment.
  const outDir = await mkdtemp(join(tmpdir(), 'flagtower-scene-'));
  const options = { root, configFile, mode: 'fixture', logLevel: 'error', build: { outDir } } as const;
  await build(options);
  const server = await preview({ ...options, preview: { host: '127.0.0.1', port: 0 } });
  return {
    url: server.resolvedUrls?.local[0] ?? '',
    close: async () => {
      await server.close();
      await rm(outDir, { recursive: true });
    },
  };
}
