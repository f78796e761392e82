import type { FlagtowerRecord, Instant, RecordKind } from '@flagtower/contracts';
import type { Parsed } from '@flagtower/feeds';

import { DistinctCount } from './distinct-count.ts';

/**
 * What a file holds, counted while it is read. A row may bring several records (its event, and what its case looks
 * like); rows are counted, so that accepted, duplicate and quarantined ones add up to all of them.
 */
export class ImportTally {
  readonly #dossiers = new DistinctCount();
  readonly #changes = new DistinctCount();
  readonly #corrections = new DistinctCount();
  readonly #records: Record<Exclude<RecordKind, 'dossier-event'>, DistinctCount> = {
    observation: new DistinctCount(),
    notice: new DistinctCount(),
    report: new DistinctCount(),
    'catalogue-item': new DistinctCount(),
  };
  readonly #unreadable: Record<string, number> = {};
  readonly #rows = new RunCount();
  readonly #accepted = new RunCount();
  readonly reasons: Record<string, number> = {};
  readonly remarks: Record<string, number> = {};
  quarantined = 0;
  firstAt: Instant | null = null;
  lastAt: Instant | null = null;

  get rows(): number {
    return this.#rows.count;
  }

  /** Rows that brought something new. */
  get accepted(): number {
    return this.#accepted.count;
  }

  /** Different dossiers in the file. */
  get dossiers(): number {
    return this.#dossiers.size;
  }

  /** Different events; of a list of cases, which has none, different cases. */
  get events(): number {
    return this.#changes.size > 0 ? this.#changes.size : this.#corrections.size;
  }

  /** Different records of a kind. */
  recordsOf(kind: Exclude<RecordKind, 'dossier-event'>): number {
    return this.#records[kind].size;
  }

  read(batch: readonly Parsed[]): void {
    for (const item of batch) {
      if (item.kind === 'remark') count(this.remarks, item.name, item.count);
      if (item.kind === 'record') this.#record(item.line, item.record);
      if (item.kind === 'rejected') this.#reject(item.rejection);
    }
  }

  /** A dry run knows what the parser refuses, not what the ledger has already. */
  wouldTake(): void {
    Object.assign(this.reasons, this.#unreadable);
    this.quarantined = Object.values(this.#unreadable).reduce((sum, each) => sum + each, 0);
    this.#accepted.count = this.rows - this.quarantined;
  }

  committed(acceptedLines: readonly number[], rejections: readonly { readonly reason: string }[]): void {
    for (const line of acceptedLines) this.#accepted.next(line);
    this.quarantined += rejections.length;
    for (const { reason } of rejections) count(this.reasons, reason);
  }

  #record(line: number, record: FlagtowerRecord): void {
    this.#rows.next(line);
    const name = `${record.recordId}\u0000${String(record.version)}`;
    if (record.kind === 'dossier-event') {
      this.#dossiers.add(`${record.caseKind}\u0000${record.dossier}`);
      (record.dating === 'change' ? this.#changes : this.#corrections).add(name);
    } else {
      this.#records[record.kind].add(name);
    }
    if (this.firstAt === null || record.occurredAt < this.firstAt) this.firstAt = record.occurredAt;
    if (this.lastAt === null || record.occurredAt > this.lastAt) this.lastAt = record.occurredAt;
  }

  #reject({ line, reason }: { readonly line: number; readonly reason: string }): void {
    this.#rows.next(line);
    count(this.#unreadable, reason);
  }
}

/** Counts runs of equal numbers: all that comes of one row comes together. */
class RunCount {
  count = 0;
  #last = -1;

  next(line: number): void {
    if (line !== this.#last) this.count += 1;
    this.#last = line;
  }
}

function count(counts: Record<string, number>, name: string, by = 1): void {
  counts[name] = (counts[name] ?? 0) + by;
}
