import { createServer } from 'node:net';

import type { ListenOptions, OpenPort } from './listen-options.ts';
import { openStream } from './open-stream.ts';

/** @throws FlagtowerError `PORT_BUSY`, `BAD_REQUEST` */
export async function openTcp(options: ListenOptions, port: number): Promise<OpenPort> {
  const server = createServer({ allowHalfOpen: true });
  return await openStream(options, { server, port, place: 'syslog.tcp', opens: 'connection' });
}
