import { connect } from 'node:net';

import { FlagtowerError } from '@flagtower/contracts';

const timeoutMs = 60_000;

/**
 * Sends messages over TCP, counted as RFC 6587 says. The service ends its side in order once all of them are durable.
 * @throws FlagtowerError `STORE_UNAVAILABLE` where it does not: then they have to be sent again
 */
export async function speakSyslog(port: number, messages: readonly string[], signal: AbortSignal): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const socket = connect({
    port,
    host: '127.0.0.1',
    signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
  });
  const fail = (cause?: unknown): void => {
    reject(
      new FlagtowerError('STORE_UNAVAILABLE', `No end in order from port ${port}`, {
        remedy: 'Start the service, and let it listen for syslog there',
        cause,
      }),
    );
  };
  socket.on('end', () => resolve());
  socket.on('error', fail);
  socket.on('close', () => fail());
  socket.resume();
  socket.end(messages.map((message) => `${Buffer.byteLength(message)} ${message}`).join(''));
  await promise;
}
