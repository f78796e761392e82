import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import { FlagtowerError } from '@flagtower/contracts';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';

/** Where the wall's build lands. */
export const wallFolder = fileURLToPath(new URL('../../../wall/dist/wall', import.meta.url));

/** Pages of the wall; each is the same file, the address says which scene. */
const pages = [
  '/',
  '/drill',
  '/drill/*',
  '/centers',
  '/centers/*',
  '/incidents',
  '/incidents/*',
  '/programme',
  '/sources',
  '/reports',
  '/form',
  '/index-766',
  '/import',
  '/accounts',
  '/sign-in',
  '/invitation/*',
];

/** Identity of a built page: a page that holds another one reloads itself. `none`: there is no build. */
export function buildOf(folder: string): string {
  const page = join(folder, 'index.html');
  return existsSync(page) ? createHash('sha256').update(readFileSync(page)).digest('hex').slice(0, 16) : 'none';
}

const notBuilt = `<!doctype html><meta charset="utf-8"><title>Flagtower</title><p>The wall is not built: run <code>npm start</code> once. The API is described at <a href="/docs">/docs</a>.</p>`;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

interface WallFile {
  readonly type: string;
  readonly body: Buffer;
  /** `null`: it does not get smaller. */
  readonly gzipped: Buffer | null;
}

/**
 * The build as it was when the service started, in memory: a build that lands while it runs must not leave open walls
 * without the chunks that they ask for later. The next start brings the new one, and the heartbeat tells the pages.
 */
function readBuild(folder: string): Map<string, WallFile> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const body = readFileSync(path);
      const gzipped = gzipSync(body);
      return [
        `/${relative(folder, path).split(sep).join('/')}`,
        {
          type: types[extname(path)] ?? 'application/octet-stream',
          body,
          gzipped: gzipped.length < body.length * 0.9 ? gzipped : null,
        },
      ];
    }),
  );
}

/** Browsers ask for a page, and what is below `/v1` and `/docs` never was one. */
function isPerson({ headers, url }: FastifyRequest): boolean {
  return (headers.accept ?? '').includes('text/html') && !/^\/(?:v1|docs|socket\.io|assets)\//u.test(url);
}

/** Serves the built wall; files whose names carry a hash may be kept for good, the page itself is asked for each time. */
export const wallFiles: FastifyPluginAsync<{ folder: string }> = async (app, { folder }) => {
  if (!existsSync(join(folder, 'index.html'))) {
    app.get('/', { schema: { hide: true } }, (_request, reply) => reply.type('text/html').send(notBuilt));
    return;
  }
  const files = readBuild(folder);
  const send = (path: string, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const file = files.get(path);
    if (file === undefined) throw new FlagtowerError('NOT_FOUND', `no file ${path} in this build`);
    const zipped = (request.headers['accept-encoding'] ?? '').includes('gzip') ? file.gzipped : null;
    void reply
      .header('vary', 'accept-encoding')
      .header('cache-control', path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
    if (zipped !== null) void reply.header('content-encoding', 'gzip');
    return reply.type(file.type).send(zipped ?? file.body);
  };
  for (const path of files.keys())
    app.get(path, { schema: { hide: true } }, (request, reply) => send(path, request, reply));
  for (const url of pages)
    app.get(url, { schema: { hide: true } }, (request, reply) => send('/index.html', request, reply));
  // A person with a wrong address gets a page that leads on; a program gets the problem document that it can read.
  app.get('/*', { schema: { hide: true } }, (request, reply) =>
    isPerson(request) ? send('/index.html', request, reply.status(404)) : reply.callNotFound(),
  );
};
