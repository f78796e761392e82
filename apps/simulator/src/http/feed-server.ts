import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

import { FlagtowerError } from '@flagtower/contracts';

/** A document as of a moment; its tag changes when its content may have changed. */
export interface FeedDocument {
  readonly contentType: string;
  readonly tag: string;
  readonly body: Uint8Array | string;
  /** Default 200. */
  readonly status?: number;
}

export interface FeedServer {
  readonly server: Server;
  readonly port: number;
}

/** Address → document as of now, to what was asked behind the `?`; `null`: whoever makes it is dead, and nothing is answered but an error. */
export type Feeds = Readonly<Record<string, (words: URLSearchParams) => FeedDocument | null>>;

/**
 * Serves the feeds that others pull. @param port 0: a free one
 * @throws FlagtowerError PORT_BUSY when somebody else listens there
 */
export async function serveFeeds(feeds: Feeds, port: number): Promise<FeedServer> {
  const server = createServer((request, response) => {
    answer(feeds, request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => {
      reject(
        new FlagtowerError('PORT_BUSY', `Cannot listen on port ${port}`, {
          remedy: 'Stop the other simulator, or choose another port with --port',
          cause,
        }),
      );
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('a server that listens has a port');
  return { server, port: address.port };
}

function answer(feeds: Feeds, { method, url = '', headers }: IncomingMessage, response: ServerResponse): void {
  if (method !== 'GET' && method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const [path = '', words = ''] = url.split(/\?(.*)/s);
  const feed = feeds[path];
  if (feed === undefined) {
    const list = Object.keys(feeds).join('\n');
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end(`Simulated feeds:\n${list}\n`);
    return;
  }
  const document = feed(new URLSearchParams(words));
  if (document === null) {
    response.writeHead(503).end();
    return;
  }
  const { contentType, tag, body, status = 200 } = document;
  const shared = { etag: `"${tag}"`, 'cache-control': 'no-cache' };
  if (headers['if-none-match'] === shared.etag) {
    response.writeHead(304, shared).end();
    return;
  }
  response.writeHead(status, { ...shared, 'content-type': contentType, 'content-length': Buffer.byteLength(body) });
  response.end(method === 'HEAD' ? undefined : body);
}
