import { createSocket, type Socket } from 'node:dgram';
import { isIPv6 } from 'node:net';

import { noteDropped } from '@flagtower/store';

import { repeatedWork } from '../ops/repeated-work.ts';
import { allowedSenders } from './allowed-senders.ts';
import { commitMessages } from './commit-messages.ts';
import { datagramQueue, type DatagramQueue } from './datagram-queue.ts';
import { kernelDrops } from './kernel-drops.ts';
import { mostBytesOf, type ListenOptions, type OpenPort } from './listen-options.ts';
import { messageBatch } from './message-batch.ts';
import { portError } from './port-error.ts';

const defaultWaiting = 10_000;
/** Datagrams of one commit at the most. */
const together = 1000;
/** How often what was dropped is written down. */
const tellMs = 2000;
const receiveBytes = 1024 * 1024;

/** @throws FlagtowerError `PORT_BUSY`, `BAD_REQUEST` */
export async function openUdp(options: ListenOptions, port: number): Promise<OpenPort> {
  const { syslog, syslogHost, source, metrics, log } = options;
  const stopped = new AbortController();
  const queue = datagramQueue(syslog.waiting ?? defaultWaiting);
  const maySend = allowedSenders(syslog.from);
  const socket = createSocket({ type: isIPv6(syslogHost) ? 'udp6' : 'udp4', recvBufferSize: receiveBytes });
  socket.on('message', (datagram, { address }) => {
    if (maySend(address)) queue.push(datagram);
    else metrics.polls.inc({ source: source.id, outcome: 'unlisted' });
  });
  await bound(socket, port, syslogHost);
  const lost = Promise.withResolvers<never>();
  lost.promise.catch(() => undefined); // looked at by whoever waits for it
  socket.on('error', (cause) => lost.reject(portError(cause, 'syslog.udp')));
  const writing = writeAll(queue, options, stopped.signal);
  const drops = await dropsOf(queue, options, port);
  const notYet = (error: unknown): void => {
    log.warn({ source: source.id, err: error }, 'what a source lost could not be written down yet');
  };
  const telling = repeatedWork(tellMs, drops.tell, notYet);
  return {
    lost: lost.promise,
    close: async () => {
      stopped.abort();
      // The system forgets what it counted when the socket is gone.
      await drops.look().catch(notYet);
      await new Promise<void>((resolve) => {
        socket.close(() => resolve());
      });
      queue.close();
      await writing;
      await telling.close();
      await drops.write().catch(notYet);
    },
  };
}

async function bound(socket: Socket, port: number, address: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const fail = (cause: Error): void => reject(portError(cause, 'syslog.udp'));
  socket.once('error', fail);
  socket.bind({ port, address }, () => resolve());
  await promise;
  socket.off('error', fail);
}

/** Until the queue is closed and empty. What cannot be written when we stop is lost, and counted. */
async function writeAll(queue: DatagramQueue, options: ListenOptions, signal: AbortSignal): Promise<void> {
  const most = mostBytesOf(options.syslog);
  const batch = messageBatch(options);
  for (;;) {
    const datagrams = await queue.next(together);
    if (datagrams.length === 0) return;
    for (const [index, datagram] of datagrams.entries())
      if (datagram.length > most) batch.tooLong(index + 1);
      else batch.take(withoutEnd(datagram), index + 1);
    const messages = batch.flush();
    if (messages !== null && !(await commitMessages(options, messages, signal))) queue.countDropped(datagrams.length);
  }
}

/** Some senders end a datagram like a line. */
function withoutEnd(datagram: Uint8Array): Uint8Array {
  const end = datagram.findLastIndex((byte) => byte !== 0x0a && byte !== 0x0d && byte !== 0);
  return datagram.subarray(0, end + 1);
}

interface Drops {
  /** Counts what the system dropped before it came to us. */
  readonly look: () => Promise<void>;
  /** Writes down what was dropped since the last time. */
  readonly write: () => Promise<void>;
  readonly tell: () => Promise<void>;
}

async function dropsOf(
  queue: DatagramQueue,
  { store, source, metrics, now }: ListenOptions,
  port: number,
): Promise<Drops> {
  let known = await kernelDrops(port);
  const look = async (): Promise<void> => {
    const bySystem = await kernelDrops(port);
    queue.countDropped(Math.max(0, bySystem - known));
    known = bySystem;
  };
  const write = async (): Promise<void> => {
    const count = queue.takeDropped();
    if (count === 0) return;
    try {
      await noteDropped(store.pool, source, { count, now: now() });
      metrics.polls.inc({ source: source.id, outcome: 'dropped' }, count);
    } catch (error) {
      queue.countDropped(count);
      throw error;
    }
  };
  return {
    look,
    write,
    tell: async () => {
      await look();
      await write();
    },
  };
}
