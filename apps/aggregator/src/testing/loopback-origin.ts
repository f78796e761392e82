import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A source on loopback that answers what a test says, and remembers what it was asked. */
export interface LoopbackOrigin {
  handler: Handler;
  readonly asked: IncomingMessage[];
  readonly url: string;
  readonly close: () => Promise<void>;
}

export async function loopbackOrigin(): Promise<LoopbackOrigin> {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    origin.handler(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin: LoopbackOrigin = {
    handler: (_request, response) => response.end(),
    asked,
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/feed`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return origin;
}
