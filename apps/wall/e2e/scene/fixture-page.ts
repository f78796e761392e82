import { fileURLToPath } from 'node:url';

import { build, preview } from 'vite';

import type { ServedPage } from '../served-page.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The whole wall, built with the fixture's stream behind it: one moment of a city that never changes. */
export async function serveFixture(): Promise<ServedPage> {
  const configFile = fileURLToPath(new URL('../../vite.config.ts', import.meta.url));
  const options = { root, configFile, mode: 'fixture', logLevel: 'error' } as const;
  await build(options);
  const server = await preview({ ...options, preview: { host: '127.0.0.1', port: 0 } });
  return { url: server.resolvedUrls?.local[0] ?? '', close: () => server.close() };
}
