import { FlagtowerError, type Threshold } from '@flagtower/contracts';
import { plainRuleBook, type FoldRules, type RuleBook } from '@flagtower/domain';
import type { Pool, PoolClient } from 'pg';

import type { Batch, Committed } from './batch.ts';
import { commitGroup, groupBatches } from './commit-group.ts';
import { Dictionary } from './dictionary.ts';
import type { Ledger } from './ledgers.ts';
import { notifyCommit } from './note-commit.ts';
import type { Dictionaries } from './store-entries.ts';
import { tellSnapshot } from './tell-snapshot.ts';
import { inTransaction } from './transaction.ts';

/** A store to commit to: connections, rules, and the numbers of cells and slices that this process has seen. */
export interface LedgerStore {
  readonly pool: Pool;
  readonly dictionaries: Dictionaries;
  /** What dossiers are folded with. */
  readonly rules: RuleBook;
  /** Values beyond these are kept for incidents. */
  readonly thresholds: readonly Threshold[];
}

export function ledgerStore(
  pool: Pool,
  rules: RuleBook = plainRuleBook,
  thresholds: readonly Threshold[] = [],
): LedgerStore {
  return { pool, rules, thresholds, dictionaries: { cells: Dictionary.ofCells(), slices: Dictionary.ofSlices() } };
}

/**
 * Commits a batch: numbers, records, entries, balances, heads, quarantine and the source's counts in one transaction.
 * When this returns, all of it is durable; when it throws, nothing of it happened. Sending a batch again changes nothing.
 * @throws FlagtowerError `DISK_FULL` or `STORE_UNAVAILABLE`, as the database says
 */
export async function commitBatch(store: LedgerStore, batch: Batch): Promise<Committed> {
  const [committed] = await commitTogether(store, [batch]);
  if (committed === undefined) throw new TypeError('a batch gives one answer');
  return committed;
}

/**
 * Commits several batches of one ledger in one transaction, so that many small ones wait for the disk once. Those of one
 * source and import are one commit: they are known together.
 * @returns an answer a batch, in their order; when it throws, nothing of any of them happened
 */
export async function commitTogether(store: LedgerStore, batches: readonly Batch[]): Promise<Committed[]> {
  try {
    const { answers, remember } = await inTransaction(store.pool, (client) => commitIn(client, store, batches));
    for (const each of remember) each();
    return answers;
  } catch (error) {
    throw storeError(error);
  }
}

async function commitIn(
  client: PoolClient,
  { dictionaries, rules: book, thresholds }: LedgerStore,
  batches: readonly Batch[],
): Promise<{ answers: Committed[]; remember: (() => void)[] }> {
  const [first] = batches;
  if (first === undefined) return { answers: [], remember: [] };
  const { ledger, now } = first;
  const count = batches.reduce((sum, { items }) => sum + items.length, 0);
  const taken = await takeNumbers(client, { ledger, items: { length: count }, now });
  const { recordedAt, foldVersion } = taken;
  let { lastSeq } = taken;
  const rules = rulesInForce(book, ledger, foldVersion);
  const answers = new Map<Batch, Committed>();
  const remember: (() => void)[] = [];
  let firstSeq = lastSeq - count + 1;
  for (const group of groupBatches(batches)) {
    const told = await tellSnapshot(client, group, recordedAt);
    // What a snapshot ends has numbers too; nobody else can have taken any meanwhile.
    if (told.more > 0) ({ lastSeq } = await takeNumbers(client, { ledger, items: { length: told.more }, now }));
    const done = await commitGroup(client, dictionaries, told.group, {
      firstSeq,
      recordedAt,
      rules,
      thresholds,
      again: told.again,
    });
    for (const [index, batch] of group.entries()) {
      const answer = done.answers.get(told.group[index] ?? batch);
      if (answer !== undefined) answers.set(batch, answer);
    }
    remember.push(done.remember);
    firstSeq = done.knownSeq + 1;
  }
  await notifyCommit(client, ledger.id, lastSeq);
  return { answers: batches.flatMap((batch) => answers.get(batch) ?? []), remember };
}

/**
 * The first statement of every batch: takes its numbers and holds the ledger's row to the commit, so that the order of
 * `seq` is the order of commits. `recordedAt` is the ledger's clock, and never runs back.
 */
export async function takeNumbers(
  client: PoolClient,
  {
    ledger,
    items,
    now,
  }: { readonly ledger: Ledger; readonly items: { readonly length: number }; readonly now: number },
): Promise<{ lastSeq: number; recordedAt: number; foldVersion: number }> {
  const { rows } = await client.query<{ lastSeq: number; recordedAt: number; foldVersion: number }>({
    name: 'take-numbers',
    text: `update ledgers set last_seq = last_seq + $2, last_recorded_at = greatest(last_recorded_at,
        case clock when 'real' then to_timestamp($3::float8 / 1000) else anchor_ledger + (to_timestamp($3::float8 / 1000) - anchor_real) * speed end)
      where id = $1 returning last_seq::float8 as "lastSeq", (extract(epoch from last_recorded_at) * 1000)::float8 as "recordedAt", fold_version as "foldVersion"`,
    values: [ledger.id, items.length, now],
  });
  if (rows[0] === undefined) throw new FlagtowerError('NOT_FOUND', `ledger ${ledger.name} is gone`);
  return rows[0];
}

/**
 * What to fold a ledger's dossiers with. One that another build has taken further must not be folded with what that build
 * left behind.
 * @throws FlagtowerError `STORE_VERSION` where the ledger stands at later rules than this build's
 */
export function rulesInForce(
  book: RuleBook,
  { name, zone }: Pick<Ledger, 'name' | 'zone'>,
  foldVersion: number,
): FoldRules {
  if (foldVersion <= book.version) return book.rules(zone);
  throw new FlagtowerError(
    'STORE_VERSION',
    `ledger ${name} stands at version ${String(foldVersion)} of the rules, this release has ${String(book.version)}`,
    { remedy: 'use the release that wrote it, or a newer one' },
  );
}

/** A database's message quotes what it was given: only its code goes on. */
export function storeError(error: unknown): unknown {
  if (error instanceof FlagtowerError || !(error instanceof Error)) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  if (code === null) return error;
  if (code === '53100' || code === 'ENOSPC')
    return new FlagtowerError('DISK_FULL', 'the store’s disk is full; nothing was acknowledged', {
      remedy: 'free space, then send again',
      cause: error,
    });
  if (code.startsWith('08') || code.startsWith('57P') || code.startsWith('E'))
    return new FlagtowerError('STORE_UNAVAILABLE', `the store does not answer (${code})`, {
      remedy: 'send again; nothing was acknowledged',
      cause: error,
    });
  return new FlagtowerError('INTERNAL', `the store refused a statement (${code})`, { cause: error });
}
