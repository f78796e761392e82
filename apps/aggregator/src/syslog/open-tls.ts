import { createServer } from 'node:tls';

import { noteFailure } from '../connect/note-failure.ts';
import { repeatedWork } from '../ops/repeated-work.ts';
import type { ListenOptions, OpenPort } from './listen-options.ts';
import { openStream } from './open-stream.ts';
import { tlsContext } from './tls-context.ts';

/** Who began to shake hands has so long to end it. */
const handshakeTimeout = 10_000;
/** A certificate that was renewed is shown from then on without a restart. */
const renewMs = 3_600_000;

/**
 * Syslog over TLS (RFC 5425). Who cannot show what is asked for is cut off, and counted as `untrusted`.
 * @throws FlagtowerError `PORT_BUSY`, `BAD_REQUEST`
 */
export async function openTls(options: ListenOptions, port: number): Promise<OpenPort> {
  const { source, metrics, syslogTls, now } = options;
  const shown = await tlsContext(syslogTls, now());
  const server = createServer({ ...shown, handshakeTimeout, allowHalfOpen: true });
  server.on('tlsClientError', () => metrics.polls.inc({ source: source.id, outcome: 'untrusted' }));
  const opened = await openStream(options, { server, port, place: 'syslog.tls', opens: 'secureConnection' });
  const renewing = repeatedWork(
    renewMs,
    async () => server.setSecureContext(await tlsContext(syslogTls, now())),
    (error) => void noteFailure(options, error, 1),
  );
  return {
    lost: opened.lost,
    close: async () => {
      await renewing.close();
      await opened.close();
    },
  };
}
