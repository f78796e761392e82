import type { Server, Socket } from 'node:net';

import { allowedSenders } from './allowed-senders.ts';
import type { ListenOptions, OpenPort } from './listen-options.ts';
import { portError, type PortPlace } from './port-error.ts';
import { breakOff, takeConnection } from './stream-connection.ts';

const defaultConnections = 100;

/** A server that does not listen yet, and the event by which it gives a connection on which messages may come. */
export interface StreamDoor {
  readonly server: Server;
  readonly port: number;
  readonly place: PortPlace;
  readonly opens: 'connection' | 'secureConnection';
}

/** @throws FlagtowerError `PORT_BUSY`, `BAD_REQUEST` */
export async function openStream(
  options: ListenOptions,
  { server, port, place, opens }: StreamDoor,
): Promise<OpenPort> {
  const { syslog, syslogHost, source, metrics, log } = options;
  const stopped = new AbortController();
  const running = new Set<Promise<void>>();
  const mayConnect = allowedSenders(syslog.from);
  const refuse = (outcome: 'unlisted' | 'too-many'): void => metrics.polls.inc({ source: source.id, outcome });
  // Senders come and go as they like: what was lost with one is counted where its messages are.
  const noteReset = (): void => metrics.polls.inc({ source: source.id, outcome: 'reset' });
  const connected = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    connected.add(socket);
    socket.on('error', noteReset);
    socket.once('close', () => connected.delete(socket));
    if (!mayConnect(socket.remoteAddress)) {
      refuse('unlisted');
      socket.resetAndDestroy();
    }
  });
  server.on(opens, (socket: Socket) => {
    if (socket.destroyed) return;
    if (opens === 'secureConnection') socket.on('error', noteReset);
    const taken = take(socket).finally(() => running.delete(taken));
    running.add(taken);
  });
  const take = async (socket: Socket): Promise<void> => {
    try {
      await takeConnection(socket, options, stopped.signal);
    } catch (error) {
      log.error({ source: source.id, err: error }, 'a connection of a source ended by a fault of ours');
      breakOff(socket);
    }
  };
  server.maxConnections = syslog.connections ?? defaultConnections;
  server.on('drop', () => refuse('too-many'));
  await listening({ server, port, place }, syslogHost);
  const lost = Promise.withResolvers<never>();
  lost.promise.catch(() => undefined); // looked at by whoever waits for it
  server.on('error', (cause) => lost.reject(portError(cause, place)));
  return {
    lost: lost.promise,
    close: async () => {
      stopped.abort();
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      await Promise.all(running);
      // Whoever still shakes hands has sent nothing.
      if (opens === 'secureConnection') for (const socket of connected) socket.destroy();
      await closed;
    },
  };
}

async function listening({ server, port, place }: Omit<StreamDoor, 'opens'>, host: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const fail = (cause: Error): void => reject(portError(cause, place));
  server.once('error', fail);
  server.listen({ port, host }, () => resolve());
  await promise;
  server.off('error', fail);
}
