import type { FlagtowerRecord, Threshold } from '@flagtower/contracts';
import type { FoldRules } from '@flagtower/domain';
import type { PoolClient } from 'pg';

import { bookThresholds } from '../incidents/book-thresholds.ts';
import { bookNotices } from '../notices/book-lives.ts';
import { aheadOfClockMs, leftOutLine, type Batch, type Committed, type Group } from './batch.ts';
import { bookDossiers } from './book-dossiers.ts';
import { bookObservations } from './book-observations.ts';
import { countContact } from './count-contact.ts';
import { withKnownLimits } from './known-limits.ts';
import { noteCommit } from './note-commit.ts';
import { quarantineAll, type Quarantined } from './quarantine.ts';
import { storeEntries, type Dictionaries } from './store-entries.ts';
import { offer, takeRecords, type Offered } from './take-records.ts';

/** In the order of each group's first batch; within a group, batches stay in their order. A snapshot is a group of its own. */
export function groupBatches(batches: readonly Batch[]): Group[] {
  const groups = new Map<string, [Batch, ...Batch[]]>();
  for (const [index, batch] of batches.entries()) {
    const alone = (batch.snapshot ?? null) === null ? '' : String(index);
    const key = `${batch.source.id}\u0000${batch.importId ?? ''}\u0000${alone}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [batch]);
    else group.push(batch);
  }
  return [...groups.values()];
}

/** A sound record with the batch that it came in. */
interface Timely {
  readonly batch: Batch;
  readonly line: number;
  readonly record: FlagtowerRecord;
}

/**
 * Writes a group's records, entries, balances, heads, quarantine and the source's counts with the same few statements,
 * however many batches it has.
 */
export async function commitGroup(
  client: PoolClient,
  dictionaries: Dictionaries,
  group: Group,
  {
    firstSeq,
    recordedAt,
    rules,
    again,
    thresholds,
  }: {
    readonly firstSeq: number;
    readonly recordedAt: number;
    readonly rules: FoldRules;
    /** Records that were left out because they say nothing new. */
    readonly again: number;
    readonly thresholds: readonly Threshold[];
  },
): Promise<{ knownSeq: number; answers: Map<Batch, Committed>; remember: () => void }> {
  const [{ ledger, source, importId }] = group;
  const knownSeq = firstSeq - 1 + group.reduce((sum, { items }) => sum + items.length, 0);
  const timely: Timely[] = [];
  const early = new Map<Batch, Quarantined[]>();
  for (const batch of group) early.set(batch, splitByClock(batch, recordedAt, timely));
  const records = timely.map(({ record }) => record);
  const taken = await takeRecords(
    client,
    { ledgerId: ledger.id, source, importId, recordedAt },
    await withKnownLimits(client, ledger.id, rules, offer(source.id, records, firstSeq)),
  );
  const booked = await bookDossiers(
    client,
    ledger,
    source,
    taken.flatMap(({ seq, hash, record }) => (record.kind === 'dossier-event' ? [{ seq, hash, event: record }] : [])),
    rules,
  );
  const measured = taken.flatMap(({ seq, hash, record }) =>
    record.kind === 'observation' ? [{ seq, hash, observation: record }] : [],
  );
  await bookObservations(client, ledger.id, source.id, measured);
  const booking = { ledgerId: ledger.id, zone: ledger.zone, sourceId: source.id, knownSeq };
  await bookThresholds(client, booking, thresholds, measured);
  await bookNotices(
    client,
    booking,
    taken.flatMap(({ seq, record }) => (record.kind === 'notice' ? [{ seq, notice: record }] : [])),
  );
  const remember = await storeEntries(client, dictionaries, ledger, booked.entries);
  const quarantined = await quarantineGroup(client, group, early, recordedAt);
  const contact = {
    taken,
    duplicates: timely.length - taken.length + again,
    quarantined: quarantined.values().reduce((sum, items) => sum + items.length, 0),
    conflicts: booked.conflicting.length,
  };
  await countContact(client, group[0], contact);
  if (taken.length > 0)
    await noteCommit(client, {
      ledgerId: ledger.id,
      sourceId: source.id,
      importId,
      knownSeq,
      recordedAt,
      accepted: taken.length,
    });
  const answerOf = answering(timely, firstSeq, { taken, conflicting: booked.conflicting, quarantined, again });
  const answers = new Map(group.map((batch) => [batch, { knownSeq, ...answerOf(batch) }]));
  return { knownSeq, answers, remember };
}

/** Tells each batch what was its own. */
function answering(
  timely: readonly Timely[],
  firstSeq: number,
  done: {
    readonly taken: readonly Offered[];
    readonly conflicting: readonly number[];
    readonly quarantined: ReadonlyMap<Batch, readonly Quarantined[]>;
    readonly again: number;
  },
): (batch: Batch) => Omit<Committed, 'knownSeq'> {
  const batchOf = (seq: number): Batch | undefined => timely[seq - firstSeq]?.batch;
  const offeredOf = Map.groupBy(timely, ({ batch }) => batch);
  const takenOf = Map.groupBy(done.taken, ({ seq }) => batchOf(seq));
  const conflictsOf = Map.groupBy(done.conflicting, batchOf);
  return (batch) => {
    const taken = takenOf.get(batch) ?? [];
    const lines = taken.flatMap(({ seq }) => timely[seq - firstSeq]?.line ?? []).filter((line) => line !== leftOutLine);
    const offered = (offeredOf.get(batch) ?? []).filter(({ line }) => line !== leftOutLine);
    return {
      accepted: lines.length,
      acceptedLines: lines,
      duplicates: offered.length - lines.length + done.again,
      conflicts: conflictsOf.get(batch)?.length ?? 0,
      dossiers: dossiersOf(taken),
      rejections: (done.quarantined.get(batch) ?? []).map(({ rejection }) => rejection),
    };
  };
}

function dossiersOf(taken: readonly Offered[]): number {
  const codes = taken.flatMap(({ record }) =>
    record.kind === 'dossier-event' ? [`${record.caseKind}\u0000${record.dossier}`] : [],
  );
  return new Set(codes).size;
}

/** Adds what can be taken to `timely`. @returns what comes too early */
function splitByClock(batch: Batch, clock: number, timely: Timely[]): Quarantined[] {
  const limit = clock + aheadOfClockMs;
  const early: Quarantined[] = [];
  for (const { line, record } of batch.items) {
    if (latestMomentOf(record) <= limit) timely.push({ batch, line, record });
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
  return early;
}

function latestMomentOf(record: FlagtowerRecord): number {
  const occurred = Date.parse(record.occurredAt);
  return record.kind === 'dossier-event'
    ? record.steps.reduce((latest, { at }) => Math.max(latest, Date.parse(at)), occurred)
    : occurred;
}

/** @returns what each batch is told: what its parser rejected, and what came too early */
async function quarantineGroup(
  client: PoolClient,
  group: Group,
  early: ReadonlyMap<Batch, readonly Quarantined[]>,
  receivedAt: number,
): Promise<Map<Batch, Quarantined[]>> {
  const all = new Map<Batch, Quarantined[]>();
  for (const batch of group) {
    const items = [...batch.rejections.map((rejection) => ({ rejection, record: null })), ...(early.get(batch) ?? [])];
    const { ledger, source, importId, fileHash } = batch;
    const place = {
      ledgerId: ledger.id,
      sourceId: source.id,
      importId,
      fileHash,
      zone: source.config.zone,
      receivedAt,
    };
    await quarantineAll(client, place, items);
    all.set(batch, items);
  }
  return all;
}
