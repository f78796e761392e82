import { ledgerNamed, ledgerTime } from '@flagtower/store';

import { untilClosed, type Running } from '../../connect/until-closed.ts';
import { askAgain } from '../ask-again.ts';
import { keptPlace } from '../kept-place.ts';
import { historyReader } from './read-history.ts';
import { readUpdates } from './read-updates.ts';
import { serverOf } from './request-url.ts';
import { firstPlace, placeSchema, walkedAgain, type RequestsPlace } from './requests-place.ts';
import { requestsServer, type RequestsOptions } from './requests-server.ts';

/**
 * Asks an Open311 server on each turn for what was updated last, then reads on in its history while there is any. Every page is
 * committed before the place is kept that says so; a page that is read again brings duplicates, which count once.
 */
export function startRequests(options: RequestsOptions): Running {
  return untilClosed((signal) => readAgain(options, signal));
}

async function readAgain(options: RequestsOptions, signal: AbortSignal): Promise<void> {
  const { requests, pull: plan } = options;
  const server = requestsServer(options, signal);
  const readHistory = historyReader(server, requests.windowDays);
  const kept = keptPlace(options, serverOf(plan), placeSchema);
  let held: RequestsPlace | null = null;
  await askAgain(options, signal, async () => {
    const now = await ledgerNow(options);
    const until = performance.now() + plan.everySeconds * 1000;
    let place = walkedAgain((held ??= (await kept.read()) ?? firstPlace(now, requests.historyDays)), requests, now);
    const brought: boolean[] = [];
    const goOn = async (next: { readonly place: RequestsPlace; readonly brought: boolean }): Promise<void> => {
      await kept.keep(place, next.place);
      held = place = next.place;
      brought.push(next.brought);
    };
    if (place.seenUntil !== null) await goOn(await readUpdates(server, place, place.seenUntil, now));
    // History has the rest of the turn: what happens now never waits for it.
    while (place.history !== null && performance.now() < until && !signal.aborted)
      await goOn(await readHistory(place, place.history, now));
    return brought.includes(true) ? 'data' : 'unchanged';
  });
}

async function ledgerNow({ store, ledger, now }: RequestsOptions): Promise<number> {
  const { clock } = await ledgerNamed(store.pool, ledger.city, ledger.name);
  return ledgerTime(clock, now());
}
