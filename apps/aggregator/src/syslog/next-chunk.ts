import type { Socket } from 'node:net';

/** Why there is no more: the sender is done, it went away, it said nothing for too long, or we stop. */
export type NoChunk = 'end' | 'gone' | 'silent' | 'stopped';

/** What the socket has; nothing is taken from the network beyond its buffer until this is asked again. */
export async function nextChunk(
  socket: Socket,
  { silentMs, signal }: { readonly silentMs: number; readonly signal: AbortSignal },
): Promise<Uint8Array | NoChunk> {
  const until = performance.now() + silentMs;
  for (;;) {
    if (signal.aborted) return 'stopped';
    const chunk: unknown = socket.read();
    if (chunk instanceof Uint8Array) return chunk;
    if (socket.readableEnded) return 'end';
    if (socket.destroyed) return 'gone';
    const restMs = until - performance.now();
    if (restMs <= 0) return 'silent';
    await somethingOf(socket, restMs, signal);
  }
}

const events = ['readable', 'end', 'close', 'error'] as const;

async function somethingOf(socket: Socket, ms: number, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const wake = (): void => resolve();
  const timer = setTimeout(wake, ms);
  for (const event of events) socket.once(event, wake);
  signal.addEventListener('abort', wake, { once: true });
  await promise;
  clearTimeout(timer);
  for (const event of events) socket.off(event, wake);
  signal.removeEventListener('abort', wake);
}
