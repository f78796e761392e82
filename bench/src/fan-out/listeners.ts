import { PROTOCOL_VERSION } from '@flagtower/contracts';
// A process of its own: many cheap listeners of one server. Tells its parent each time all of them have heard one delta.
import { z } from 'zod';

import { connectRaw } from './raw-client.ts';

const [port, clients] = z.tuple([z.coerce.number(), z.coerce.number()]).parse(process.argv.slice(2, 4));
const deltaEvent = '["delta",';
let heard = 0;

const onEvent = (text: Buffer): void => {
  if (text.toString('latin1', 0, deltaEvent.length) !== deltaEvent) return;
  heard += 1;
  if (heard % clients === 0) process.send?.('all');
};
const ask = ['subscribe', { protocol: PROTOCOL_VERSION, ledger: 'trial', topic: 'notices' }];
// A few at a time: a server's queue of new connections is short.
for (let done = 0; done < clients; done += 50)
  await Promise.all(Array.from({ length: Math.min(50, clients - done) }, () => connectRaw({ port, onEvent, ask })));
process.send?.('ready');
process.on('disconnect', () => process.exit());
