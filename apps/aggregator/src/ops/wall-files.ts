import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import compress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';

/** Where the wall's build lands. */
export const wallFolder = fileURLToPath(new URL('../../../wall/dist/wall', import.meta.url));

/** Pages of the wall; each is the same file, the address says which scene. */
const pages = ['/', '/import', '/dossiers', '/operations', '/units/*', '/kpis/*', '/displays/*'];

/** Identity of a built page: a page that holds another one reloads itself. `none`: there is no build. */
export function buildOf(folder: string): string {
  const page = join(folder, 'index.html');
  return existsSync(page) ? createHash('sha256').update(readFileSync(page)).digest('hex').slice(0, 16) : 'none';
}

const notBuilt = `<!doctype html><meta charset="utf-8"><title>Flagtower</title><p>The wall is not built: run <code>npm start</code> once. The API is described at <a href="/docs">/docs</a>.</p>`;

/** Serves the built wall; files whose names carry a hash may be kept for good, the page itself is asked for each time. */
export const wallFiles: FastifyPluginAsync<{ folder: string }> = async (app, { folder }) => {
  if (!existsSync(join(folder, 'index.html'))) {
    app.get('/', { schema: { hide: true } }, (_request, reply) => reply.type('text/html').send(notBuilt));
    return;
  }
  await app.register(compress, { global: false });
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    setHeaders: (reply, path) => {
      reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  for (const url of pages) app.get(url, { schema: { hide: true } }, (_request, reply) => reply.sendFile('index.html'));
};
