import { firstCursor } from '../pull.ts';
import { latestStamp, requestPage } from './request-page.ts';
import { afterWindow, windowStart, type History, type RequestsPlace } from './requests-place.ts';
import type { RequestsServer } from './requests-server.ts';

/** What the pages of a window told before. */
interface Told {
  readonly keys: ReadonlySet<string>;
  /** Epoch milliseconds of the oldest request; `Infinity`: none. */
  readonly oldest: number;
}
const nothing: Told = { keys: new Set(), oldest: Infinity };

/**
 * Commits the next page of the history.
 * @returns the place to keep, and whether anything came; as long as it is not kept, the same page is asked for again
 */
export type ReadHistory = (
  place: RequestsPlace,
  history: History,
  now: number,
) => Promise<{ readonly place: RequestsPlace; readonly brought: boolean }>;

export function historyReader(server: RequestsServer, windowDays: number): ReadHistory {
  // By the place that they led to: a page whose place could not be kept has told nothing.
  const toldUpTo = new WeakMap<History, Told>();
  return async (place, history, now) => {
    const { keys, oldest } = toldUpTo.get(history) ?? nothing;
    const from = windowStart(history, windowDays);
    const { body, hash } = await server.ask({ from, to: history.to, page: history.page }, firstCursor);
    const page = body === null ? [] : requestPage(body);
    const fresh = page.filter(({ key }) => !keys.has(key));
    await server.commit(hash, fresh);
    const seenUntil = place.seenUntil ?? Math.min(latestStamp(page) ?? from, now);
    if (fresh.length > 0) {
      const next = { ...history, page: history.page + 1 };
      toldUpTo.set(next, {
        keys: new Set([...keys, ...fresh.map(({ key }) => key)]),
        oldest: fresh.reduce((first, { requestedAt }) => Math.min(first, requestedAt ?? Infinity), oldest),
      });
      return { place: { ...place, history: next, seenUntil }, brought: true };
    }
    const next = afterWindow(history, windowDays, page.length > 0 ? oldest : null);
    // Of a server that does not page the oldest request comes again with those before it.
    if (next !== null && next.to > from) toldUpTo.set(next, { keys, oldest: Infinity });
    return { place: { ...place, history: next, seenUntil }, brought: false };
  };
}
