import type { RequestsPlan } from '@flagtower/contracts';
import { z } from 'zod';

import { cursorSchema, firstCursor } from '../pull.ts';

const dayMs = 86_400_000;

const historySchema = z.object({
  /** Nothing older is asked for. */
  from: z.number(),
  /** What was requested later is committed, or is in the pages that are being read. */
  to: z.number(),
  /** The next page of the window that ends at `to`. */
  page: z.number().int().min(1),
});

export const placeSchema = z.object({
  /** The server's own stamp up to which all updates are committed; `null`: nothing was read yet. */
  seenUntil: z.number().nullable(),
  /** What the server's answer of updates said of itself where it was the only page. */
  latest: cursorSchema,
  /** What of the history is still to be read; `null`: all is. */
  history: historySchema.nullable(),
  /** When the last walk through the history began. */
  walkBegan: z.number(),
});

/** How far a server's requests are committed: kept with the source, so that a restart goes on from here. All in epoch milliseconds. */
export type RequestsPlace = Readonly<z.infer<typeof placeSchema>>;
export type History = NonNullable<RequestsPlace['history']>;

function walkFrom(now: number, historyDays: number): Pick<RequestsPlace, 'history' | 'walkBegan'> {
  return { history: { from: now - historyDays * dayMs, to: now, page: 1 }, walkBegan: now };
}

export function firstPlace(now: number, historyDays: number): RequestsPlace {
  return { seenUntil: null, latest: firstCursor, ...walkFrom(now, historyDays) };
}

/** The same place, or, where the history is read and it is time for it, that at which it is walked through again. */
export function walkedAgain(
  place: RequestsPlace,
  { againHours, historyDays }: Pick<RequestsPlan, 'againHours' | 'historyDays'>,
  now: number,
): RequestsPlace {
  const isTime = againHours !== undefined && now - place.walkBegan >= againHours * 3_600_000;
  return place.history === null && isTime ? { ...place, ...walkFrom(now, historyDays) } : place;
}

/** Where the window that is being read begins. */
export function windowStart({ from, to }: History, windowDays: number): number {
  return Math.max(from, to - windowDays * dayMs);
}

/**
 * What to read after a page that brought nothing new, which ends its window.
 * @param oldest of the requests of the window where its pages all were the same: such a server does not page, gives the newest and
 *   is asked for what lies before them; `null`: it pages
 */
export function afterWindow(history: History, windowDays: number, oldest: number | null): History | null {
  const start = windowStart(history, windowDays);
  const to = oldest !== null && oldest > start && oldest < history.to ? oldest : start;
  return to <= history.from ? null : { ...history, to, page: 1 };
}
