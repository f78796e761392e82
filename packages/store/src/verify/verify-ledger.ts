import { foldDossier, plainRuleBook, type Fact, type FoldRules, type RuleBook } from '@flagtower/domain';
import type { Pool, PoolClient } from 'pg';

import { readBookedFacts } from '../ledger/booked-facts.ts';
import { rulesInForce } from '../ledger/commit.ts';
import { readClaimsOf } from '../ledger/dossier-claims.ts';
import { ledgerWithId, type Ledger } from '../ledger/ledgers.ts';
import { measureCode } from '../ledger/measure-codes.ts';
import { compareBalances } from './compare-balances.ts';
import { compareNoticeLives } from './compare-notice-lives.ts';
import { compareObservations } from './compare-observations.ts';
import { compareSealedBalances } from './compare-sealed-balances.ts';
import { compareSeals } from './compare-seals.ts';

/** One figure that is not what it must be: where, what stands there, and what should. */
export interface Difference {
  readonly stage: 'balances' | 'entries' | 'heads' | 'rollups' | 'latest' | 'seals' | 'sealed-balances' | 'notices';
  readonly place: string;
  readonly stored: number;
  readonly expected: number;
}

export interface Verification {
  readonly ledger: string;
  readonly knownSeq: number;
  readonly balances: number;
  readonly dossiers: number;
  /** Dossiers that have not adopted this build's rules yet: no fold of this build can tell what must be booked of them. */
  readonly waiting: number;
  /** Version of the rules that dossiers were folded with. */
  readonly rules: number;
  readonly rollups: number;
  /** Notices, with those that are only named by others. */
  readonly notices: number;
  /** Sealed balances, as many as the part says. */
  readonly sealedBalances: number;
  /** Share of the dossiers that were folded anew, in [0, 1]. */
  readonly coverage: number;
  /** At most 1000 are listed. */
  readonly differences: readonly Difference[];
}

export interface VerifyOptions {
  /** Part of the dossiers to fold anew, by ranges of their key, in (0, 1]. */
  readonly share: number;
  /** Where the part begins, in [0, 1): lets an audit rotate through all. */
  readonly from: number;
  /** Default: rules that know no city. */
  readonly rules?: RuleBook;
}

const listed = 1000;
const chunk = 1000;

/**
 * Recomputes everything that is derived, at one commit: balances, sealed ones too, are the sums of entries, entries are what a new fold of
 * the records says, roll-ups and latest values are what the readings say, lives of notices what their tellings say.
 */
export async function verifyLedger(
  pool: Pool,
  ledgerId: number,
  { share, from, rules: book = plainRuleBook }: VerifyOptions,
  progress: (done: number) => void = () => undefined,
): Promise<Verification> {
  const client = await pool.connect();
  try {
    // One snapshot for all stages: commits that land meanwhile are not seen.
    await client.query('begin isolation level repeatable read read only');
    const ledger = await ledgerWithId(client, ledgerId);
    const rules = rulesInForce(book, ledger, ledger.foldVersion);
    const balances = await compareBalances(client, ledger);
    const entries = await compareDossiers(client, ledger, { share, from, rules }, progress);
    const readings = await compareObservations(client, ledger.id);
    const notices = await compareNoticeLives(client, ledger.id);
    const seals = await compareSeals(client, ledger.id);
    const sealed = await compareSealedBalances(client, ledger, { share, from });
    await client.query('commit');
    return {
      ledger: ledger.name,
      knownSeq: ledger.lastSeq,
      balances: balances.compared,
      dossiers: entries.compared,
      waiting: entries.waiting,
      rules: book.version,
      rollups: readings.compared,
      notices: notices.compared,
      sealedBalances: sealed.compared,
      coverage: share,
      differences: [
        ...balances.differences,
        ...sealed.differences,
        ...entries.differences,
        ...readings.differences,
        ...notices.differences,
        ...seals,
      ].slice(0, listed),
    };
  } finally {
    // A snapshot that is left open would keep the store from cleaning up.
    await client.query('rollback').catch(() => undefined);
    client.release();
  }
}

/** A part of the dossiers, and what to fold them with. */
interface Part {
  readonly share: number;
  readonly from: number;
  readonly rules: FoldRules;
}

async function compareDossiers(
  client: PoolClient,
  ledger: Ledger,
  { share, from, rules }: Part,
  progress: (done: number) => void,
): Promise<{ compared: number; waiting: number; differences: Difference[] }> {
  const differences: Difference[] = [];
  let [compared, waiting] = [0, 0];
  for (const [low, high] of keyRanges(from, share)) {
    let last = low;
    for (;;) {
      const { rows } = await client.query<{ dossier: string }>(
        `select dossier from (select distinct dossier from records where ledger_id = $1 and dossier >= $2::uuid and dossier <= $3::uuid) d order by dossier limit ${String(chunk)}`,
        [ledger.id, last, high],
      );
      const dossiers = rows.map((row) => row.dossier);
      const adopted = await adoptedOf(client, ledger.id, dossiers, rules.version);
      differences.push(...(await compareChunk(client, ledger, adopted, rules)));
      compared += adopted.length;
      waiting += dossiers.length - adopted.length;
      progress(compared);
      const end = dossiers.at(-1);
      if (end === undefined || dossiers.length < chunk) break;
      last = nextKey(end);
    }
  }
  return { compared, waiting, differences };
}

/** Those whose entries are booked by the rules of this version. */
async function adoptedOf(
  client: PoolClient,
  ledgerId: number,
  dossiers: readonly string[],
  version: number,
): Promise<string[]> {
  const { rows } = await client.query<{ dossier: string }>(
    `select dossier from unnest($2::uuid[]) as d(dossier) where not exists (select from heads h where h.ledger_id = $1 and h.dossier = d.dossier and h.fold_version <> $3) order by dossier`,
    [ledgerId, dossiers, version],
  );
  return rows.map(({ dossier }) => dossier);
}

async function compareChunk(
  client: PoolClient,
  ledger: Ledger,
  dossiers: readonly string[],
  rules: FoldRules,
): Promise<Difference[]> {
  if (dossiers.length === 0) return [];
  const claims = await readClaimsOf(client, ledger.id, dossiers, ledger.lastSeq);
  const booked = await readBookedFacts(client, ledger.id, dossiers);
  const stored = new Map(
    [...booked].flatMap(([dossier, facts]) =>
      facts.map(({ source, fact }) => [placeOf(dossier, source, fact), fact.delta] as const),
    ),
  );
  const expected = new Map<string, number>();
  for (const dossier of dossiers) {
    const folded = foldDossier(claims.get(dossier) ?? [], rules);
    for (const fact of folded.facts) {
      const place = placeOf(dossier, folded.source ?? '', fact);
      expected.set(place, (expected.get(place) ?? 0) + fact.delta);
    }
  }
  const places = new Set([...stored.keys(), ...expected.keys()]);
  return [...places].flatMap((place) => {
    const [is, should] = [stored.get(place) ?? 0, expected.get(place) ?? 0];
    return is === should ? [] : [{ stage: 'entries' as const, place, stored: is, expected: should }];
  });
}

function placeOf(dossier: string, source: string, { measure, at, cell, handlingMs, cohortAt }: Fact): string {
  return [
    dossier,
    source,
    measureCode(measure),
    at,
    cell.unit ?? '',
    cell.procedure ?? '',
    cell.channel ?? '',
    handlingMs ?? '',
    cohortAt ?? '',
  ].join('|');
}

/** The part `[from, from + share)` of all keys, as one or two ranges of their first eight hexadecimal digits. */
function keyRanges(from: number, share: number): [string, string][] {
  const end = from + share;
  if (end <= 1) return [[keyAt(from), end === 1 ? lastKey : keyAt(end)]];
  return [
    [keyAt(from), lastKey],
    [keyAt(0), keyAt(end - 1)],
  ];
}

const lastKey = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

function keyAt(part: number): string {
  return `${Math.min(0xff_ff_ff_ff, Math.floor(part * 2 ** 32))
    .toString(16)
    .padStart(8, '0')}-0000-0000-0000-000000000000`;
}

function nextKey(key: string): string {
  const next = (BigInt(`0x${key.replaceAll('-', '')}`) + 1n).toString(16).padStart(32, '0');
  return `${next.slice(0, 8)}-${next.slice(8, 12)}-${next.slice(12, 16)}-${next.slice(16, 20)}-${next.slice(20)}`;
}
