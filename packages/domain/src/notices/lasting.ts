import { joined } from '../incidents/joined.ts';
import type { Telling } from './active.ts';

/** A telling with who told it. */
export interface SourcedTelling extends Telling {
  readonly source: string;
}

/** Epoch milliseconds, both included; `null` end: nobody knows when it is over. */
export interface Lasting {
  readonly from: number;
  readonly to: number | null;
}

/**
 * Notices that speak of each other: ids that one replaces with the other, directly or through others, whoever tells them and
 * whatever becomes of what they told. What is asked of one must be asked of all of them, and of no other.
 */
export function linkedNotices(tellings: readonly Pick<Telling, 'id' | 'supersedes'>[]): string[][] {
  const keys = new Set(tellings.flatMap(({ id, supersedes }) => [id, ...supersedes]));
  return joined(
    [...keys],
    tellings.flatMap(({ id, supersedes }) => supersedes.map((older): readonly [string, string] => [id, older])),
  );
}

/**
 * The time outside of which linked notices are settled: before it none of them has begun, after it all are over, at whatever moment
 * one looks and whichever of their sources one asks. A word that is still to be told counts as time that they last.
 * @param tellings all that are known of notices that are linked
 * @returns `null` where nothing actual is told
 */
export function noticeLasting(tellings: readonly SourcedTelling[]): Lasting | null {
  const actual = tellings.filter(({ status }) => status === 'actual');
  const [first, ...others] = actual;
  if (first === undefined) return null;
  const from = others.reduce((least, { startsAt }) => Math.min(least, startsAt), first.startsAt);
  const ends = [actual, ...Map.groupBy(actual, ({ source }) => source).values()].flatMap(endsOf);
  const said = actual.flatMap(({ toldAt, startsAt }) => [toldAt, startsAt]);
  const to = [...said, ...ends].reduce<number | null>(
    (last, end) => (last === null || end === null ? null : Math.max(last, end)),
    from,
  );
  return { from, to };
}

/** Until when an open last word of each notice holds that nothing replaced, and the last word of all that are one. */
function endsOf(tellings: readonly Telling[]): (number | null)[] {
  const replaced = new Set(tellings.flatMap(({ id, supersedes }) => supersedes.filter((older) => older !== id)));
  const byId = Map.groupBy(tellings, ({ id }) => id);
  const standing = [...byId].flatMap(([id, told]) => (replaced.has(id) ? [] : [lastOf(told)]));
  const ofGroups = joined([...byId.keys()], linksAmong(tellings, byId)).map((ids) =>
    lastOf(ids.flatMap((id) => byId.get(id) ?? [])),
  );
  return [...standing, ...ofGroups].flatMap((told) => (told === null || told.ended ? [] : [told.endsAt]));
}

/** What is not told itself links nothing: as an occasion has it. */
function linksAmong(tellings: readonly Telling[], told: ReadonlyMap<string, unknown>): (readonly [string, string])[] {
  return tellings.flatMap(({ id, supersedes }) =>
    supersedes.filter((older) => told.has(older)).map((older): readonly [string, string] => [id, older]),
  );
}

function lastOf(tellings: readonly Telling[]): Telling | null {
  return tellings.reduce<Telling | null>(
    (last, next) => (last === null || compare(last, next) < 0 ? next : last),
    null,
  );
}

function compare(one: Telling, other: Telling): number {
  return (
    one.version - other.version ||
    (one.id < other.id ? -1 : one.id > other.id ? 1 : 0) ||
    (one.hash < other.hash ? -1 : one.hash > other.hash ? 1 : 0)
  );
}
