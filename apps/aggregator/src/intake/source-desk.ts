import { FlagtowerError, type LedgerName } from '@flagtower/contracts';
import { ledgerNamed, ledgersOf, ledgersOfKey, sourceNamed, type Ledger, type Source } from '@flagtower/store';
import type { FastifyRequest } from 'fastify';

import { keyOf } from '../auth/access.ts';
import type { Service } from '../service.ts';

export interface Sender {
  readonly ledger: Ledger;
  readonly source: Source;
}

/** A key that was withdrawn is believed for this long. */
const believedMs = 2000;

/** Finds out who sends to which ledger. What was found is kept for two seconds: a source sends many times a second. */
export function sourceDesk(
  service: Service,
): (request: FastifyRequest, id: string, ledger: LedgerName | undefined) => Promise<Sender> {
  const found = new Map<string, { readonly sender: Sender; readonly until: number }>();
  return async (request, id, ledger) => {
    const key = keyOf(request.raw);
    // A person sends seldom, and what one may do must never be believed of the next who comes without a key.
    if (key === null || service.access.accountOf(request.raw) !== null) return await find(service, request, id, ledger);
    const name = `${id}\u0000${ledger ?? ''}\u0000${key}`;
    const held = found.get(name);
    if (held !== undefined && held.until > performance.now()) return held.sender;
    const sender = await find(service, request, id, ledger);
    if (found.size > 1000) found.clear();
    found.set(name, { sender, until: performance.now() + believedMs });
    return sender;
  };
}

async function find(
  service: Service,
  request: FastifyRequest,
  id: string,
  asked: LedgerName | undefined,
): Promise<Sender> {
  const { store, city, access } = service;
  const ledger = access.isAdmin(request.raw)
    ? await ledgerNamed(store.pool, city.id, asked ?? 'trial')
    : await ledgerOfKey(service, id, keyOf(request.raw), asked);
  const source = await sourceNamed(store.pool, ledger.id, id);
  if (source === null)
    throw new FlagtowerError('UNKNOWN_SOURCE', `no source ${id} in ledger ${ledger.name}`, {
      remedy: 'declare it first: POST /v1/sources',
    });
  if (source.pausedAt !== null)
    throw new FlagtowerError('CONFLICT', 'the source is paused: nothing was taken', {
      remedy: 'send again once an administrator has resumed it',
    });
  return { ledger, source };
}

async function ledgerOfKey(
  { store, city }: Service,
  id: string,
  key: string | null,
  asked: LedgerName | undefined,
): Promise<Ledger> {
  const remedy = 'send the source’s key (keys/<source>.key in the data folder) as `authorization: Bearer …`';
  if (key === null) throw new FlagtowerError('UNAUTHORISED', 'sending records needs the source’s key', { remedy });
  const ids = await ledgersOfKey(store.pool, id, key);
  const ledgers = (await ledgersOf(store.pool, city.id)).filter((ledger) => ids.includes(ledger.id));
  const [first, second] = ledgers;
  if (first === undefined) throw new FlagtowerError('FORBIDDEN', 'this is not the key of this source', { remedy });
  if (asked === undefined && second !== undefined)
    throw new FlagtowerError('BAD_REQUEST', 'the source is in several ledgers: say which', { place: 'ledger' });
  const ledger = asked === undefined ? first : ledgers.find(({ name }) => name === asked);
  if (ledger === undefined)
    throw new FlagtowerError('FORBIDDEN', `this key is not for ledger ${asked ?? ''}`, { place: 'ledger' });
  return ledger;
}
