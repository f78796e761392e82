import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/**
 * The network between a browser and the service. Cut, it does what a pulled cable does: nobody is told, nothing arrives,
 * and who connects anew waits.
 */
export interface Cable {
  readonly url: string;
  readonly cut: () => void;
  readonly mend: () => void;
  readonly remove: () => Promise<void>;
}

export async function layCable(service: { readonly url: string }): Promise<Cable> {
  const far = new URL(service.url);
  const sockets = new Set<Socket>();
  let isCut = false;
  const server = createServer((near) => {
    // A connection of before the cut never comes back, as behind a router that forgot it.
    if (isCut) {
      keep(near);
      return;
    }
    const onward = connect(Number(far.port), far.hostname);
    for (const [one, other] of [
      [near, onward],
      [onward, near],
    ] as const) {
      keep(one);
      one.pipe(other);
      one.once('close', () => other.destroy());
    }
  });
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    cut: () => {
      isCut = true;
      for (const socket of sockets) {
        socket.unpipe();
        socket.pause();
      }
    },
    mend: () => {
      isCut = false;
      for (const socket of sockets) socket.destroy();
    },
    remove: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** One that nobody uses at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = portOf(server.address());
  server.close();
  await once(server, 'close');
  return port;
}

function portOf(address: ReturnType<ReturnType<typeof createServer>['address']>): number {
  if (address === null || typeof address === 'string') throw new TypeError('a server that listens has a port');
  return address.port;
}
