import type { PoolClient } from 'pg';

import { writeHeads } from './book-dossiers.ts';
import { rulesInForce, storeError, takeNumbers, type LedgerStore } from './commit.ts';
import { ledgerWithId, type Ledger } from './ledgers.ts';
import { noteCommit, notifyCommit } from './note-commit.ts';
import { readWholeHeads } from './read-heads.ts';
import { storeEntries } from './store-entries.ts';
import { inTransaction } from './transaction.ts';

/** Dossiers of one slice: its commit holds the ledger for a moment, and others commit between two slices. */
const defaultSliceSize = 1000;

export interface AdoptOptions {
  /** The service's clock, epoch milliseconds. */
  readonly now: () => number;
  /** Looked at between two slices. */
  readonly signal?: AbortSignal;
  /** Dossiers of a commit. */
  readonly sliceSize?: number;
  readonly onProgress?: (progress: { readonly done: number; readonly of: number }) => void;
}

export interface Adoption {
  readonly from: number;
  readonly to: number;
  readonly dossiers: number;
  readonly entries: number;
  /** Every head stands at the version; `false`: it was stopped, and goes on when it is called again. */
  readonly isDone: boolean;
}

/**
 * Takes a ledger to this build's rules: folds every dossier that stands at others anew and books what that changes, a slice
 * and a commit at a time. What was known before a slice's commit stays readable as it was. Dossiers that are told of meanwhile
 * adopt by the way, so nobody has to wait; a process that is killed between two slices goes on where it was.
 * @returns `null` where there is nothing to adopt
 * @throws FlagtowerError `STORE_VERSION` where the ledger stands at later rules than this build's
 */
export async function adoptRules(
  store: LedgerStore,
  ledgerId: number,
  { now, signal, onProgress, sliceSize = defaultSliceSize }: AdoptOptions,
): Promise<Adoption | null> {
  const ledger = await ledgerWithId(store.pool, ledgerId);
  rulesInForce(store.rules, ledger, ledger.foldVersion);
  const of = await countWaiting(store, ledger.id);
  const { version } = store.rules;
  if (of === 0 && ledger.foldVersion === version) return null;
  await store.pool.query(`update ledgers set fold_version = $2 where id = $1 and fold_version < $2`, [
    ledger.id,
    version,
  ]);
  let [done, entries] = [0, 0];
  let after: string | null = null;
  for (;;) {
    const soFar = { from: ledger.foldVersion, to: version, dossiers: done, entries };
    if (signal?.aborted === true) return { ...soFar, isDone: false };
    const slice = await adoptSlice(store, { ledger, after, now: now(), size: sliceSize });
    if (slice === null) return { ...soFar, isDone: true };
    done += slice.dossiers;
    entries += slice.entries;
    after = slice.last;
    onProgress?.({ done, of });
  }
}

async function countWaiting({ pool, rules }: LedgerStore, ledgerId: number): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(
    `select count(*)::float8 as n from heads where ledger_id = $1 and fold_version <> $2`,
    [ledgerId, rules.version],
  );
  return rows[0]?.n ?? 0;
}

interface Slice {
  readonly dossiers: number;
  readonly entries: number;
  readonly last: string;
}

interface NextSlice {
  readonly ledger: Ledger;
  /** Key of the last dossier of the slice before. */
  readonly after: string | null;
  readonly now: number;
  readonly size: number;
}

async function adoptSlice(store: LedgerStore, next: NextSlice): Promise<Slice | null> {
  try {
    const done = await inTransaction(store.pool, (client) => adoptIn(client, store, next));
    done?.remember();
    return done?.slice ?? null;
  } catch (error) {
    throw storeError(error);
  }
}

async function adoptIn(
  client: PoolClient,
  store: LedgerStore,
  { ledger, after, now, size }: NextSlice,
): Promise<{ slice: Slice; remember: () => void } | null> {
  // The ledger's row first: until the commit nobody else moves these heads.
  const { lastSeq: seq, recordedAt, foldVersion } = await takeNumbers(client, { ledger, items: { length: 1 }, now });
  const rules = rulesInForce(store.rules, ledger, foldVersion);
  const waiting = await client.query<{ dossier: string }>(
    `select dossier from heads where ledger_id = $1 and ($2::uuid is null or dossier > $2) and fold_version <> $3 order by dossier limit $4`,
    [ledger.id, after, rules.version, size],
  );
  const dossiers = waiting.rows.map(({ dossier }) => dossier);
  const [first, last] = [dossiers[0], dossiers.at(-1)];
  if (first === undefined || last === undefined) return null;
  const held = await readWholeHeads(client, ledger.id, dossiers);
  const entries = await writeHeads(
    client,
    ledger,
    held.map((head) => ({ ...head, after: head.before, seq })),
    rules,
  );
  const remember = await storeEntries(client, store.dictionaries, ledger, entries);
  await client.query(
    `insert into adoptions (ledger_id, seq, rule, version, recorded_at, first_dossier, last_dossier) values ($1, $2, 'fold', $3, to_timestamp($4::float8 / 1000), $5, $6)`,
    [ledger.id, seq, rules.version, recordedAt, first, last],
  );
  await noteCommit(client, {
    ledgerId: ledger.id,
    sourceId: '',
    importId: null,
    knownSeq: seq,
    recordedAt,
    accepted: 0,
  });
  await notifyCommit(client, ledger.id, seq);
  return { slice: { dossiers: dossiers.length, entries: entries.length, last }, remember };
}
