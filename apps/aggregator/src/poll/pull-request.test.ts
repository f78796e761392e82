import { once } from 'node:events';
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';

import { pullSchema } from '@flagtower/contracts';
import { expect, onTestFinished, test } from 'vitest';

import { firstCursor, pull } from './pull.ts';

test('a server that packs, and breaks off while it does, is asked for the list as it is', async () => {
  const list = JSON.stringify(Array.from({ length: 5000 }, (_, index) => ({ id: index })));
  const server = createServer((request, response) => {
    if (!String(request.headers['accept-encoding']).includes('gzip')) {
      response.end(list);
      return;
    }
    const packed = gzipSync(list);
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed.subarray(0, packed.length / 2));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('it listens at a port');
  const plan = pullSchema.parse({ url: `http://127.0.0.1:${String(address.port)}/`, everySeconds: 60, format: 'json' });

  const { body } = await pull({ plan, secrets: {}, cursor: firstCursor, signal: new AbortController().signal, fetch });

  expect(Buffer.from(body ?? []).toString()).toBe(list);
});
