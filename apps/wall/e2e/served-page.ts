import react from '@vitejs/plugin-react';
import { createServer, type Connect } from 'vite';

/** A page of this folder, served from its sources, with the stream of a hub behind it. */
export interface ServedPage {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** @param answers what the service would answer over HTTP, by path */
export async function servePage(
  path: string,
  hubUrl: string,
  answers: Readonly<Record<string, unknown>> = {},
): Promise<ServedPage> {
  const answer: Connect.NextHandleFunction = (request, response, next) => {
    const found = Object.entries(answers).find(([address]) => request.url?.startsWith(address) === true);
    if (found === undefined) return next();
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(found[1]));
  };
  const server = await createServer({
    configFile: false,
    root: new URL('..', import.meta.url).pathname,
    cacheDir: 'node_modules/.vite-e2e',
    logLevel: 'error',
    plugins: [react(), { name: 'answers', configureServer: ({ middlewares }) => void middlewares.use(answer) }],
    server: { host: '127.0.0.1', port: 0, hmr: false, proxy: { '/socket.io': { target: hubUrl, ws: true } } },
  });
  await server.listen();
  const base = server.resolvedUrls?.local[0] ?? '';
  return { url: new URL(path, base).href, close: () => server.close() };
}
