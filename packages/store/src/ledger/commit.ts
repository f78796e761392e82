import type { FlagtowerRecord, Rejection } from '@flagtower/contracts';
import { FlagtowerError } from '@flagtower/contracts';
import type { Pool, PoolClient } from 'pg';

import { bookDossiers } from './book-dossiers.ts';
import { bookObservations } from './book-observations.ts';
import { Dictionary } from './dictionary.ts';
import type { Ledger } from './ledgers.ts';
import { quarantineAll, type Quarantined } from './quarantine.ts';
import type { Source } from './sources.ts';
import { storeEntries, type Dictionaries } from './store-entries.ts';
import { offer, takeRecords, type Offered } from './take-records.ts';
import { inTransaction } from './transaction.ts';

/** The channel of PostgreSQL's NOTIFY on which every committer tells its `{ ledger, seq }`. */
export const commitChannel = 'flagtower_commit';

/** A record further ahead of its ledger's clock than this is quarantined: somebody's clock or zone is wrong. */
export const aheadOfClockMs = 5 * 60_000;

/** A store to commit to: connections, and the numbers of cells and slices that this process has seen. */
export interface LedgerStore {
  readonly pool: Pool;
  readonly dictionaries: Dictionaries;
}

export function ledgerStore(pool: Pool): LedgerStore {
  return { pool, dictionaries: { cells: Dictionary.ofCells(), slices: Dictionary.ofSlices() } };
}

export interface Batch {
  readonly ledger: Ledger;
  readonly source: Source;
  readonly importId: string | null;
  /** SHA-256 of the file or body that it came in. */
  readonly fileHash: string | null;
  /** `line` is the record's place in its file or body, from 1. */
  readonly items: readonly { readonly line: number; readonly record: FlagtowerRecord }[];
  /** What the parser could not take. */
  readonly rejections: readonly Rejection[];
  /** The service's clock, epoch milliseconds. */
  readonly now: number;
}

export interface Committed {
  /** Everything of the batch is known at this position. */
  readonly knownSeq: number;
  readonly accepted: number;
  /** Lines of the records that were new; one row of a file may bring several. */
  readonly acceptedLines: readonly number[];
  readonly duplicates: number;
  /** One record told twice in one version with different content: both are kept, one counts. */
  readonly conflicts: number;
  readonly dossiers: number;
  /** The parser's and those of records ahead of the clock. */
  readonly rejections: readonly Rejection[];
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
 * Commits several batches of one ledger in one transaction, so that many small ones wait for the disk once.
 * @returns an answer a batch, in their order; when it throws, nothing of any of them happened
 */
export async function commitTogether(store: LedgerStore, batches: readonly Batch[]): Promise<Committed[]> {
  try {
    const all = await inTransaction(store.pool, async (client) => {
      const done = [];
      for (const batch of batches) done.push(await commitIn(client, store.dictionaries, batch));
      return done;
    });
    for (const { remember } of all) remember();
    return all.map(({ committed }) => committed);
  } catch (error) {
    throw storeError(error);
  }
}

async function commitIn(
  client: PoolClient,
  dictionaries: Dictionaries,
  batch: Batch,
): Promise<{ committed: Committed; remember: () => void }> {
  const { ledger, source } = batch;
  const { lastSeq, recordedAt } = await takeNumbers(client, batch);
  const { timely, early } = splitByClock(batch, recordedAt);
  const firstSeq = lastSeq - batch.items.length + 1;
  const offered = offer(
    source.id,
    timely.map(({ record }) => record),
    firstSeq,
  );
  const taken = await takeRecords(
    client,
    { ledgerId: ledger.id, source, importId: batch.importId, recordedAt },
    offered,
  );
  const booked = await bookDossiers(
    client,
    ledger,
    source,
    taken.flatMap(({ seq, hash, record }) => (record.kind === 'dossier-event' ? [{ seq, hash, event: record }] : [])),
  );
  await bookObservations(
    client,
    ledger.id,
    source.id,
    taken.flatMap(({ seq, hash, record }) =>
      record.kind === 'observation' ? [{ seq, hash, observation: record }] : [],
    ),
  );
  const remember = await storeEntries(client, dictionaries, ledger, booked.entries);

  const quarantined: Quarantined[] = [...batch.rejections.map((rejection) => ({ rejection, record: null })), ...early];
  await quarantineAll(
    client,
    {
      ledgerId: ledger.id,
      sourceId: source.id,
      importId: batch.importId,
      fileHash: batch.fileHash,
      receivedAt: recordedAt,
    },
    quarantined,
  );
  const duplicates = timely.length - taken.length;
  await countContact(client, batch, {
    taken,
    duplicates,
    quarantined: quarantined.length,
    conflicts: booked.conflicts,
  });
  if (taken.length > 0) {
    await client.query(
      `insert into commits (ledger_id, last_seq, recorded_at, source_id, import_id, accepted) values ($1, $2, to_timestamp($3::float8 / 1000), $4, $5, $6)`,
      [ledger.id, lastSeq, recordedAt, source.id, batch.importId, taken.length],
    );
  }
  await client.query(`select pg_notify($1, $2)`, [commitChannel, JSON.stringify({ ledger: ledger.id, seq: lastSeq })]);
  return {
    remember,
    committed: {
      knownSeq: lastSeq,
      accepted: taken.length,
      acceptedLines: taken.flatMap(({ seq }) => timely[seq - firstSeq]?.line ?? []),
      duplicates,
      conflicts: booked.conflicts,
      dossiers: booked.dossiers,
      rejections: quarantined.map(({ rejection }) => rejection),
    },
  };
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
): Promise<{ lastSeq: number; recordedAt: number }> {
  const { rows } = await client.query<{ lastSeq: number; recordedAt: number }>({
    name: 'take-numbers',
    text: `update ledgers set last_seq = last_seq + $2, last_recorded_at = greatest(last_recorded_at,
        case clock when 'real' then to_timestamp($3::float8 / 1000) else anchor_ledger + (to_timestamp($3::float8 / 1000) - anchor_real) * speed end)
      where id = $1 returning last_seq::float8 as "lastSeq", (extract(epoch from last_recorded_at) * 1000)::float8 as "recordedAt"`,
    values: [ledger.id, items.length, now],
  });
  if (rows[0] === undefined) throw new FlagtowerError('NOT_FOUND', `ledger ${ledger.name} is gone`);
  return rows[0];
}

function splitByClock({ items }: Batch, clock: number): { timely: Batch['items'][number][]; early: Quarantined[] } {
  const limit = clock + aheadOfClockMs;
  const timely: Batch['items'][number][] = [];
  const early: Quarantined[] = [];
  for (const { line, record } of items) {
    if (latestMomentOf(record) <= limit) timely.push({ line, record });
    else
      early.push({
        record,
        rejection: {
          line,
          reason: 'ahead-of-clock',
          fields: ['occurredAt'],
          remedy:
            'it lies more than 5 minutes ahead of the ledger’s clock: check the zone of the source, or replay it later',
        },
      });
  }
  return { timely, early };
}

function latestMomentOf(record: FlagtowerRecord): number {
  const occurred = Date.parse(record.occurredAt);
  return record.kind === 'dossier-event'
    ? record.steps.reduce((latest, { at }) => Math.max(latest, Date.parse(at)), occurred)
    : occurred;
}

interface Contact {
  readonly taken: readonly Offered[];
  readonly duplicates: number;
  readonly quarantined: number;
  readonly conflicts: number;
}

/** An empty batch is a sign of life too. */
async function countContact(
  client: PoolClient,
  { ledger, source, now }: Batch,
  { taken, duplicates, quarantined, conflicts }: Contact,
): Promise<void> {
  const newest = taken.reduce((latest, { record }) => (record.occurredAt > latest ? record.occurredAt : latest), '');
  await client.query({
    name: 'count-contact',
    text: `update sources set last_contact_at = greatest(last_contact_at, to_timestamp($3::float8 / 1000)), last_record_at = greatest(last_record_at, nullif($4, '')::timestamptz),
        accepted = accepted + $5, duplicates = duplicates + $6, quarantined = quarantined + $7, conflicts = conflicts + $8
      where ledger_id = $1 and id = $2`,
    values: [ledger.id, source.id, now, newest, taken.length, duplicates, quarantined, conflicts],
  });
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
