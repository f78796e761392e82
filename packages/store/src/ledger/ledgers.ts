import { FlagtowerError, ledgerNameSchema, type LedgerName } from '@flagtower/contracts';
import { z } from 'zod';

import type { Queryable } from './queryable.ts';

/** A ledger's row: its zone, and how its time runs. Times are epoch milliseconds. */
export interface Ledger {
  readonly id: number;
  readonly city: string;
  readonly name: LedgerName;
  readonly zone: string;
  readonly lastSeq: number;
  readonly lastRecordedAt: number | null;
  readonly clock: LedgerClock;
  /** Version of the rules that it stands at. */
  readonly foldVersion: number;
}

export type LedgerClock =
  | { readonly kind: 'real' }
  | { readonly kind: 'driven'; readonly anchorReal: number; readonly anchorLedger: number; readonly speed: number };

/** The ledger's own time when the service's clock shows `now`; both epoch milliseconds. */
export function ledgerTime(clock: LedgerClock, now: number): number {
  return clock.kind === 'real' ? now : Math.round(clock.anchorLedger + (now - clock.anchorReal) * clock.speed);
}

/**
 * What the service's clock shows when a ledger's time is `at`: the reverse of `ledgerTime`. The present of a clock that stands still
 * does not end (`Infinity`); what was before it is taken to have passed as real time does.
 */
export function serviceTime(clock: LedgerClock, at: number): number {
  if (clock.kind === 'real') return at;
  if (clock.speed === 0 && at >= clock.anchorLedger) return Infinity;
  return Math.round(clock.anchorReal + (at - clock.anchorLedger) / (clock.speed || 1));
}

const columns = `id, city, name, zone, last_seq::float8 as "lastSeq", (extract(epoch from last_recorded_at) * 1000)::float8 as "lastRecordedAt",
  clock, (extract(epoch from anchor_real) * 1000)::float8 as "anchorReal", (extract(epoch from anchor_ledger) * 1000)::float8 as "anchorLedger", speed, fold_version as "foldVersion"`;

const milliseconds = z.number().nullable();
const rowSchema = z.object({
  id: z.number(),
  city: z.string(),
  name: ledgerNameSchema,
  zone: z.string(),
  lastSeq: z.number(),
  lastRecordedAt: milliseconds,
  clock: z.enum(['real', 'driven']),
  anchorReal: milliseconds,
  anchorLedger: milliseconds,
  speed: z.number(),
  foldVersion: z.number(),
});

function ledgerOf(row: unknown): Ledger {
  const { clock, anchorReal, anchorLedger, speed, lastRecordedAt, ...rest } = rowSchema.parse(row);
  const driven = clock === 'driven' && anchorReal !== null && anchorLedger !== null;
  return {
    ...rest,
    lastRecordedAt: lastRecordedAt === null ? null : Math.round(lastRecordedAt),
    clock: driven
      ? { kind: 'driven', anchorReal: Math.round(anchorReal), anchorLedger: Math.round(anchorLedger), speed }
      : { kind: 'real' },
  };
}

/**
 * Makes the three ledgers of a city where they are missing; the zone of one that exists stays what it was.
 * @param foldVersion of the rules that new ledgers, and those that nobody has told anything yet, begin with
 */
export async function ensureLedgers(db: Queryable, city: string, zone: string, foldVersion = 1): Promise<void> {
  await db.query(
    `insert into ledgers (city, name, zone, fold_version) select $1, name, $2, $4 from unnest($3::text[]) as name on conflict (city, name) do nothing`,
    [city, zone, ledgerNameSchema.options, foldVersion],
  );
  await db.query(`update ledgers set fold_version = $2 where city = $1 and last_seq = 0 and fold_version < $2`, [
    city,
    foldVersion,
  ]);
}

export async function ledgersOf(db: Queryable, city: string): Promise<Ledger[]> {
  const { rows } = await db.query(`select ${columns} from ledgers where city = $1 order by id`, [city]);
  return rows.map(ledgerOf);
}

/** @throws FlagtowerError `NOT_FOUND` */
export async function ledgerNamed(db: Queryable, city: string, name: LedgerName): Promise<Ledger> {
  const { rows } = await db.query(`select ${columns} from ledgers where city = $1 and name = $2`, [city, name]);
  if (rows[0] === undefined) throw new FlagtowerError('NOT_FOUND', `no ledger ${name} of ${city}`);
  return ledgerOf(rows[0]);
}

/** @throws FlagtowerError `NOT_FOUND` */
export async function ledgerWithId(db: Queryable, id: number): Promise<Ledger> {
  const { rows } = await db.query(`select ${columns} from ledgers where id = $1`, [id]);
  if (rows[0] === undefined) throw new FlagtowerError('NOT_FOUND', `no ledger ${String(id)}`);
  return ledgerOf(rows[0]);
}

/** Sets how a ledger's time runs from now on. A driven clock never runs behind what was recorded: `recordedAt` keeps the maximum. */
export async function setClock(db: Queryable, ledgerId: number, clock: LedgerClock): Promise<void> {
  const driven = clock.kind === 'driven' ? clock : null;
  await db.query(
    `update ledgers set clock = $2, anchor_real = to_timestamp($3::float8 / 1000), anchor_ledger = to_timestamp($4::float8 / 1000), speed = $5 where id = $1`,
    [ledgerId, clock.kind, driven?.anchorReal ?? null, driven?.anchorLedger ?? null, driven?.speed ?? 1],
  );
}

/** The last commit at or before a moment, as the position to read `known` at; 0 before the first. */
export async function seqKnownAt(db: Queryable, ledgerId: number, knownMs: number): Promise<number> {
  const { rows } = await db.query<{ seq: number | null }>(
    `select last_seq::float8 as seq from commits where ledger_id = $1 and recorded_at <= to_timestamp($2::float8 / 1000) order by last_seq desc limit 1`,
    [ledgerId, knownMs],
  );
  return rows[0]?.seq ?? 0;
}

/** When the commit after a position was recorded: what was known at it was known until then. `null`: it is the last one. */
export async function nextRecordedAt(db: Queryable, ledgerId: number, seq: number): Promise<number | null> {
  const { rows } = await db.query<{ at: number }>(
    `select (extract(epoch from recorded_at) * 1000)::float8 as at from commits where ledger_id = $1 and last_seq > $2 order by last_seq limit 1`,
    [ledgerId, seq],
  );
  return rows[0]?.at ?? null;
}

/** A batch is known whole or not at all: the end of the last batch at or before a position. */
export async function wholeCommit(
  db: Queryable,
  ledgerId: number,
  seq: number,
): Promise<{ seq: number; recordedAt: number | null }> {
  const { rows } = await db.query<{ seq: number; at: number }>(
    `select last_seq::float8 as seq, (extract(epoch from recorded_at) * 1000)::float8 as at from commits where ledger_id = $1 and last_seq <= $2 order by last_seq desc limit 1`,
    [ledgerId, seq],
  );
  return rows[0] === undefined ? { seq: 0, recordedAt: null } : { seq: rows[0].seq, recordedAt: rows[0].at };
}
