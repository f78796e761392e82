import type { RequestsPlan } from '@flagtower/contracts';
import { keepCursor, ledgerNamed, ledgerTime, readCursor } from '@flagtower/store';
import { z } from 'zod';

import { untilClosed, type Running } from '../../connect/until-closed.ts';
import { askAgain } from '../ask-again.ts';
import { commitPulled } from '../commit-pulled.ts';
import type { PollerOptions } from '../poller.ts';
import { firstCursor, pull, type Cursor, type Pulled } from '../pull.ts';
import { requestPage, type PagedRequest } from './request-page.ts';
import { requestsUrl, serverOf, servicesUrl, type RequestsAsked } from './request-url.ts';
import { afterWindow, firstPlace, placeSchema, walkFrom, windowStart, type RequestsPlace } from './requests-place.ts';
import { readServiceNames } from './service-names.ts';

interface RequestsOptions extends PollerOptions {
  readonly requests: RequestsPlan;
}

/** Servers differ in whether "after" includes the moment itself, and some write what was updated a little later than they say. */
const overlapMs = 60_000;

/**
 * Asks an Open311 server on each turn for what was updated last, then reads on in its history while there is any. Every page is
 * committed before the place is kept that says so; a page that is read again brings duplicates, which count once.
 */
export function startRequests(options: RequestsOptions): Running {
  return untilClosed(async (signal) => {
    const reading = new RequestsReading(options, signal);
    await askAgain(options, signal, () => reading.turn());
  });
}

const keptSchema = z.object({ of: z.string(), place: placeSchema });

class RequestsReading {
  readonly #options: RequestsOptions;
  readonly #signal: AbortSignal;
  #place: RequestsPlace | null = null;
  /** Of the window of the history that is being read. */
  #told = new Set<string>();
  #oldest: number | null = null;
  #serviceNames: ReadonlyMap<string, string> | null = null;

  constructor(options: RequestsOptions, signal: AbortSignal) {
    this.#options = options;
    this.#signal = signal;
  }

  async turn(): Promise<'data' | 'unchanged'> {
    const { requests, pull: plan } = this.#options;
    const now = await this.#now();
    let place = (this.#place ??= (await this.#kept()) ?? firstPlace(now, requests.historyDays));
    const again = requests.againHours;
    if (place.history === null && again !== undefined && now - place.walkBegan >= again * 3_600_000)
      place = this.#place = { ...place, ...walkFrom(now, requests.historyDays) };
    const until = performance.now() + plan.everySeconds * 1000;
    let brought = place.seenUntil === null ? false : await this.#readUpdates(place, place.seenUntil, now);
    // History has the rest of the turn: what happens now never waits for it.
    while (this.#place.history !== null && performance.now() < until && !this.#signal.aborted)
      brought = (await this.#readHistory(this.#place, this.#place.history, now)) || brought;
    return brought ? 'data' : 'unchanged';
  }

  async #readUpdates(place: RequestsPlace, seenUntil: number, now: number): Promise<boolean> {
    const from = seenUntil - overlapMs;
    const told = new Set<string>();
    let first: { readonly cursor: Cursor; readonly stamp: number | null } | null = null;
    let pages = 0;
    for (let page = 1; ; page += 1) {
      const { body, hash, cursor } = await this.#ask(
        { updatedAfter: from, page },
        page === 1 ? place.latest : firstCursor,
      );
      const fresh = freshIn(body, told);
      // A server that does not know the word gives what it likes.
      await this.#commit(
        hash,
        fresh.filter(({ stamp }) => stamp === null || stamp >= from),
      );
      first ??= { cursor, stamp: latestOf(fresh) };
      if (fresh.length === 0) break;
      pages = page;
    }
    // Whatever is updated while pages are read has a later stamp than the first page: it is asked for again.
    const reached = Math.max(seenUntil, Math.min(first.stamp ?? seenUntil, now));
    const { hash } = first.cursor;
    const alone = reached === seenUntil ? first.cursor : { ...firstCursor, hash };
    await this.#keep({ ...place, seenUntil: reached, latest: pages > 1 ? firstCursor : alone });
    return pages > 0;
  }

  async #readHistory(
    place: RequestsPlace,
    history: NonNullable<RequestsPlace['history']>,
    now: number,
  ): Promise<boolean> {
    const { windowDays } = this.#options.requests;
    const from = windowStart(history, windowDays);
    const { body, hash } = await this.#ask({ from, to: history.to, page: history.page }, firstCursor);
    const page = body === null ? [] : requestPage(body);
    const fresh = page.filter(({ key }) => !this.#told.has(key));
    await this.#commit(hash, fresh);
    for (const { key, requestedAt } of fresh) {
      this.#told.add(key);
      this.#oldest = Math.min(this.#oldest ?? Infinity, requestedAt ?? Infinity);
    }
    const ended = fresh.length === 0;
    const next = ended
      ? afterWindow(history, windowDays, page.length > 0 ? this.#oldest : null)
      : { ...history, page: history.page + 1 };
    if (ended && next?.to === from) this.#told = new Set();
    if (ended) this.#oldest = null;
    await this.#keep({
      ...place,
      history: next,
      seenUntil: place.seenUntil ?? Math.min(latestOf(page) ?? from, now),
    });
    return !ended;
  }

  async #ask(asked: RequestsAsked, cursor: Cursor): Promise<Pulled> {
    const { pull: plan, requests, secrets, fetch: send = fetch } = this.#options;
    const url = requestsUrl(plan.url, requests, asked, secrets);
    return await pull({ plan: { ...plan, url }, secrets, cursor, signal: this.#signal, fetch: send });
  }

  async #commit(hash: string | null, requests: readonly PagedRequest[]): Promise<void> {
    const elements = await this.#named(requests);
    const body = elements.length === 0 ? null : Buffer.from(JSON.stringify(elements));
    await commitPulled(this.#options, { body, hash });
  }

  /** A request that tells only the code of its service gets the name that the server's own list has for it. */
  async #named(requests: readonly PagedRequest[]): Promise<unknown[]> {
    if (requests.some(({ namelessService }) => namelessService !== null)) {
      const { pull: plan, requests: words, secrets, fetch: send = fetch } = this.#options;
      const url = servicesUrl(plan.url, words, secrets);
      const asking = { plan: { ...plan, url }, secrets, signal: this.#signal, fetch: send };
      this.#serviceNames ??= await readServiceNames(asking);
    }
    return requests.map(({ element, namelessService }) => {
      const name = namelessService === null ? undefined : this.#serviceNames?.get(namelessService);
      return name === undefined || typeof element !== 'object' ? element : { ...element, service_name: name };
    });
  }

  async #now(): Promise<number> {
    const { store, ledger, now } = this.#options;
    const { clock } = await ledgerNamed(store.pool, ledger.city, ledger.name);
    return ledgerTime(clock, now());
  }

  async #kept(): Promise<RequestsPlace | null> {
    const { store, source, pull: plan } = this.#options;
    const kept = keptSchema.safeParse(await readCursor(store.pool, source));
    return kept.success && kept.data.of === serverOf(plan) ? kept.data.place : null;
  }

  async #keep(place: RequestsPlace): Promise<void> {
    const { store, source, pull: plan } = this.#options;
    if (JSON.stringify(place) !== JSON.stringify(this.#place))
      await keepCursor(store.pool, source, { of: serverOf(plan), place });
    this.#place = place;
  }
}

/** What a page tells for the first time; `told` learns it. */
function freshIn(body: Uint8Array | null, told: Set<string>): PagedRequest[] {
  const fresh = (body === null ? [] : requestPage(body)).filter(({ key }) => !told.has(key));
  for (const { key } of fresh) told.add(key);
  return fresh;
}

function latestOf(requests: readonly PagedRequest[]): number | null {
  const stamps = requests.flatMap(({ stamp }) => stamp ?? []);
  return stamps.length === 0 ? null : stamps.reduce((latest, stamp) => Math.max(latest, stamp));
}
