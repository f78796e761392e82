import { firstCursor, type Cursor } from '../pull.ts';
import { latestStamp, requestPage, type PagedRequest } from './request-page.ts';
import type { RequestsPlace } from './requests-place.ts';
import type { RequestsServer } from './requests-server.ts';

/** Servers differ in whether "after" includes the moment itself, and some write what was updated a little later than they say. */
const overlapMs = 60_000;

/**
 * Commits what was updated since `seenUntil`, page by page.
 * @param now of the ledger: a stamp that lies ahead of it takes nobody there
 * @returns the place to keep, and whether anything came
 */
export async function readUpdates(
  server: RequestsServer,
  place: RequestsPlace,
  seenUntil: number,
  now: number,
): Promise<{ readonly place: RequestsPlace; readonly brought: boolean }> {
  const from = seenUntil - overlapMs;
  const told = new Set<string>();
  const pages: { readonly cursor: Cursor; readonly stamp: number | null }[] = [];
  let cursor = place.latest;
  for (let page = 1; ; page += 1) {
    const pulled = await server.ask({ updatedAfter: from, page }, cursor);
    const fresh = freshIn(pulled.body, told);
    // A server that does not know the word gives what it likes.
    const updated = fresh.filter(({ stamp }) => stamp === null || stamp >= from);
    await server.commit(pulled.hash, updated);
    if (page === 1 || fresh.length > 0) pages.push({ cursor: pulled.cursor, stamp: latestStamp(fresh) });
    if (fresh.length === 0) return { place: placeAfter(place, seenUntil, pages, now), brought: told.size > 0 };
    cursor = firstCursor;
  }
}

/** Whatever is updated while pages are read has a later stamp than the first page: it is asked for again. */
function placeAfter(
  place: RequestsPlace,
  seenUntil: number,
  pages: readonly { readonly cursor: Cursor; readonly stamp: number | null }[],
  now: number,
): RequestsPlace {
  const [first] = pages;
  const reached = Math.max(seenUntil, Math.min(first?.stamp ?? seenUntil, now));
  // What an answer says of itself tells nothing of further pages, and its tag nothing of another question.
  if (first === undefined || pages.length > 1) return { ...place, seenUntil: reached, latest: firstCursor };
  const latest = reached === seenUntil ? first.cursor : { ...firstCursor, hash: first.cursor.hash };
  return { ...place, seenUntil: reached, latest };
}

/** What a page tells for the first time; `told` learns it. */
function freshIn(body: Uint8Array | null, told: Set<string>): PagedRequest[] {
  const fresh = (body === null ? [] : requestPage(body)).filter(({ key }) => !told.has(key));
  for (const { key } of fresh) told.add(key);
  return fresh;
}
