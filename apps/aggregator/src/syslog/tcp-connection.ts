import type { Socket } from 'node:net';

import { syslogFrames } from '@flagtower/feeds';

import { commitMessages } from './commit-messages.ts';
import { mostBytesOf, type ListenOptions } from './listen-options.ts';
import { messageBatch } from './message-batch.ts';
import { nextChunk } from './next-chunk.ts';

const defaultIdleSeconds = 3600;
/** Whoever began a message has so long to end it. */
const messageMs = 60_000;
/** So many unreadable messages in a row are another protocol. */
const mostUnreadable = 100;

/**
 * Takes the messages of one connection. The next bytes are read when what was read before is durable, so that a slow store holds the
 * sender back. TCP's own acknowledgements promise nothing of this; that we end our side in order does: then all that was sent is durable.
 * A connection that is reset may have lost what was under way.
 */
export async function takeConnection(socket: Socket, options: ListenOptions, signal: AbortSignal): Promise<void> {
  if (await isAllWritten(socket, options, signal)) socket.end();
  else socket.resetAndDestroy();
}

/** @returns whether the sender ended, and all that it sent is durable */
async function isAllWritten(socket: Socket, options: ListenOptions, signal: AbortSignal): Promise<boolean> {
  const { syslog } = options;
  const batch = messageBatch(options);
  const frames = syslogFrames(mostBytesOf(syslog), { message: batch.take, tooLong: batch.tooLong });
  const written = async (): Promise<boolean> => {
    const messages = batch.flush();
    return messages === null || (await commitMessages(options, messages, signal));
  };
  const idleMs = (syslog.idleSeconds ?? defaultIdleSeconds) * 1000;
  let insideSince: number | null = null;
  for (;;) {
    const silentMs = insideSince === null ? idleMs : Math.min(idleMs, insideSince + messageMs - performance.now());
    const chunk = await nextChunk(socket, { silentMs, signal });
    if (typeof chunk === 'string') {
      const wasInside = insideSince !== null;
      if ((chunk === 'end' && frames.end()) || (chunk !== 'end' && chunk !== 'stopped' && wasInside)) batch.cut();
      return (await written()) && chunk === 'end';
    }
    frames.write(chunk);
    insideSince = frames.isInside() ? (insideSince ?? performance.now()) : null;
    if (!(await written()) || batch.unreadable() >= mostUnreadable) return false;
  }
}
