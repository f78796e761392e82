import { randomUUID } from 'node:crypto';

import type { ImportSummary, Instant, Mapping } from '@flagtower/contracts';
import type { NoticeSnapshot } from '@flagtower/domain';
import { defaultLimits, pushedSnapshot, readerOf, zoneFor, type Limits, type Parsed } from '@flagtower/feeds';
import { commitBatch, finishImport, startImport, type Ledger, type LedgerStore, type Source } from '@flagtower/store';

import { fileContent, unpacked, type FileContent } from './file-content.ts';
import { ImportTally } from './import-tally.ts';
import { peakRssMb } from './peak-memory.ts';
import { recognise } from './recognise.ts';
import { settling } from './settling.ts';
import { toldRecords } from './told-records.ts';

export interface ImportOrder {
  readonly path: string;
  /** As the person calls it; `null`: not told. */
  readonly fileName: string | null;
  readonly ledger: Ledger;
  readonly source: Source;
  /** `null`: told from the content. */
  readonly format: string | null;
  /** The id of a shipped one, or itself; `null`: the shipped one that fits, where the format needs one. */
  readonly mapping: Mapping | string | null;
  readonly zone: string | null;
  readonly asOf: Instant | null;
  readonly dryRun: boolean;
}

export interface ImportWork {
  readonly store: LedgerStore;
  /** The service's clock, epoch milliseconds. */
  readonly now: () => number;
  readonly onProgress?: (progress: ImportStage) => void;
  readonly limits?: Limits;
}

export interface ImportStage {
  readonly import: string;
  readonly rows: number;
  readonly bytes: number;
  readonly totalBytes: number;
}

/** Rows that are held until the end of the file is known to be sound; a longer file is read twice instead. */
const heldRows = 20_000;
/** Records of one commit: above, the parameters of a statement cost more than the commits they save. */
const batchRows = 2000;

/**
 * Reads a file of a public standard into a ledger. Nothing is committed before the whole file was understood, so that
 * a file that is not what it claims leaves nothing behind. Killed at any moment and run again, it ends the same.
 * @throws FlagtowerError `BAD_FILE`, `UNKNOWN_FORMAT`, `UNKNOWN_MAPPING`, `NOT_FOUND`, and those of the store
 */
export async function importFile(order: ImportOrder, work: ImportWork): Promise<ImportSummary> {
  const startedAt = performance.now();
  const id = randomUUID();
  const content = await fileContent(order.path);
  const limits = work.limits ?? defaultLimits;
  const { format, mapping } = await recognise(content, order, limits);
  const zone = zoneFor(order.zone, mapping, order.source.config.zone);
  const tally = new ImportTally();
  const read = (onBytes: (bytes: number) => void): AsyncIterable<readonly Parsed[]> =>
    readerOf(format)(unpacked(content, limits, onBytes), {
      zone,
      mapping,
      asOf: order.asOf,
      caseKind: null,
      feed: null,
      limits,
    });
  const progress = (share: number, offset: number) => (bytes: number) =>
    work.onProgress?.({
      import: id,
      rows: tally.rows,
      bytes: Math.round(offset + bytes * share),
      totalBytes: content.bytes,
    });

  const { held, snapshot } = await readThrough(read(progress(0.5, 0)), tally);
  if (order.dryRun) tally.wouldTake();
  let knownSeq = order.ledger.lastSeq;
  if (!order.dryRun) {
    await noteStart(order, work, { id, format, content });
    const batches = held ?? read(progress(0.5, content.bytes / 2));
    const file = { ledgerId: order.ledger.id, sourceId: order.source.id, fileHash: content.hash };
    knownSeq = await settling(work, file, () =>
      commitAll(batches, { order, work, tally, id, fileHash: content.hash, snapshot }),
    );
  }
  const summary = summaryOf(order, tally, {
    id,
    format,
    zone,
    knownSeq,
    seconds: (performance.now() - startedAt) / 1000,
  });
  if (!order.dryRun) await finishImport(work.store.pool, summary, work.now());
  return summary;
}

interface ReadFile {
  /** What was read; `null`: it is too much to hold. */
  readonly held: (readonly Parsed[])[] | null;
  /** `null`: the file does not say that it names all notices of its source. */
  readonly snapshot: NoticeSnapshot | null;
}

async function readThrough(batches: AsyncIterable<readonly Parsed[]>, tally: ImportTally): Promise<ReadFile> {
  let held: (readonly Parsed[])[] | null = [];
  let snapshot: NoticeSnapshot | null = null;
  for await (const batch of batches) {
    tally.read(batch);
    for (const item of batch) if (item.kind === 'snapshot') snapshot = pushedSnapshot(item);
    if (tally.rows > heldRows) held = null;
    held?.push(batch);
  }
  return { held, snapshot };
}

async function noteStart(
  { ledger, source, fileName }: ImportOrder,
  { store, now }: ImportWork,
  { id, format, content }: { readonly id: string; readonly format: string; readonly content: FileContent },
): Promise<void> {
  await startImport(store.pool, {
    id,
    ledgerId: ledger.id,
    sourceId: source.id,
    format,
    fileName,
    fileHash: content.hash,
    startedAt: now(),
  });
}

interface Committing {
  readonly order: ImportOrder;
  readonly work: ImportWork;
  readonly tally: ImportTally;
  readonly id: string;
  readonly fileHash: string;
  readonly snapshot: NoticeSnapshot | null;
}

/** @returns the position at which all of the file is known */
async function commitAll(
  batches: AsyncIterable<readonly Parsed[]> | Iterable<readonly Parsed[]>,
  committing: Committing,
): Promise<number> {
  let waiting: Parsed[] = [];
  let knownSeq = committing.order.ledger.lastSeq;
  for await (const batch of batches) {
    waiting.push(...batch.filter(({ kind }) => kind === 'record' || kind === 'rejected'));
    if (waiting.length < batchRows) continue;
    knownSeq = await commitSome(waiting, committing);
    waiting = [];
  }
  // An empty file is a sign of life too.
  if (waiting.length > 0 || committing.tally.rows === 0) knownSeq = await commitSome(waiting, committing);
  return knownSeq;
}

async function commitSome(
  parsed: readonly Parsed[],
  { order, work, tally, id, fileHash, snapshot }: Committing,
): Promise<number> {
  const committed = await commitBatch(work.store, {
    ledger: order.ledger,
    source: order.source,
    importId: id,
    fileHash,
    ...toldRecords(parsed),
    snapshot,
    now: work.now(),
  });
  tally.committed(committed.acceptedLines, committed.rejections);
  return committed.knownSeq;
}

function summaryOf(
  { source, ledger, dryRun }: ImportOrder,
  tally: ImportTally,
  told: Pick<ImportSummary, 'format' | 'zone' | 'knownSeq' | 'seconds'> & { readonly id: string },
): ImportSummary {
  const { id, ...rest } = told;
  return {
    import: id,
    source: source.config.id,
    ledger: ledger.name,
    dryRun,
    rows: tally.rows,
    accepted: tally.accepted,
    duplicates: Math.max(0, tally.rows - tally.accepted - tally.quarantined),
    quarantined: tally.quarantined,
    reasons: tally.reasons,
    dossiers: tally.dossiers,
    events: tally.events,
    observations: tally.recordsOf('observation'),
    notices: tally.recordsOf('notice'),
    reports: tally.recordsOf('report'),
    catalogueItems: tally.recordsOf('catalogue-item'),
    firstAt: tally.firstAt,
    lastAt: tally.lastAt,
    remarks: tally.remarks,
    peakRssMb: peakRssMb(),
    ...rest,
  };
}
