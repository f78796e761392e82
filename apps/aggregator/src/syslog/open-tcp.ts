import { createServer, type Server, type Socket } from 'node:net';

import { allowedSenders } from './allowed-senders.ts';
import type { ListenOptions, OpenPort } from './listen-options.ts';
import { portError } from './port-error.ts';
import { takeConnection } from './tcp-connection.ts';

const defaultConnections = 100;

/** @throws FlagtowerError `PORT_BUSY`, `BAD_REQUEST` */
export async function openTcp(options: ListenOptions, port: number): Promise<OpenPort> {
  const { syslog, syslogHost, source, metrics, log } = options;
  const stopped = new AbortController();
  const running = new Set<Promise<void>>();
  const mayConnect = allowedSenders(syslog.from);
  const refuse = (outcome: 'unlisted' | 'too-many'): void => metrics.polls.inc({ source: source.id, outcome });
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    // Senders come and go as they like: what was lost with one is counted where its messages are.
    socket.on('error', () => metrics.polls.inc({ source: source.id, outcome: 'reset' }));
    if (!mayConnect(socket.remoteAddress)) {
      refuse('unlisted');
      socket.resetAndDestroy();
      return;
    }
    const taken = take(socket).finally(() => running.delete(taken));
    running.add(taken);
  });
  const take = async (socket: Socket): Promise<void> => {
    try {
      await takeConnection(socket, options, stopped.signal);
    } catch (error) {
      log.error({ source: source.id, err: error }, 'a connection of a source ended by a fault of ours');
      socket.resetAndDestroy();
    }
  };
  server.maxConnections = syslog.connections ?? defaultConnections;
  server.on('drop', () => refuse('too-many'));
  await listening(server, port, syslogHost);
  const lost = Promise.withResolvers<never>();
  lost.promise.catch(() => undefined); // looked at by whoever waits for it
  server.on('error', (cause) => lost.reject(portError(cause, 'syslog.tcp')));
  return {
    lost: lost.promise,
    close: async () => {
      stopped.abort();
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      await Promise.all(running);
      await closed;
    },
  };
}

async function listening(server: Server, port: number, host: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const fail = (cause: Error): void => reject(portError(cause, 'syslog.tcp'));
  server.once('error', fail);
  server.listen({ port, host }, () => resolve());
  await promise;
  server.off('error', fail);
}
