import type { FlagtowerRecord, Instant, RecordKind } from '@flagtower/contracts';
import type { Parsed } from '@flagtower/feeds';

import { DistinctCount } from './distinct-count.ts';

/** What a file holds, counted while it is read. */
export class ImportTally {
  readonly #dossiers = new DistinctCount();
  readonly #unreadable: Record<string, number> = {};
  readonly kinds: Record<RecordKind, number> = {
    'dossier-event': 0,
    observation: 0,
    notice: 0,
    report: 0,
    'catalogue-item': 0,
  };
  readonly reasons: Record<string, number> = {};
  readonly remarks: Record<string, number> = {};
  rows = 0;
  accepted = 0;
  duplicates = 0;
  quarantined = 0;
  firstAt: Instant | null = null;
  lastAt: Instant | null = null;

  /** Different dossiers in the file. */
  get dossiers(): number {
    return this.#dossiers.size;
  }

  read(batch: readonly Parsed[]): void {
    for (const item of batch) {
      if (item.kind === 'remark') this.#count(this.remarks, item.name, item.count);
      else this.rows += 1;
      if (item.kind === 'record') this.#record(item.record);
      if (item.kind === 'rejected') this.#count(this.#unreadable, item.rejection.reason);
    }
  }

  /** A dry run knows what the parser refuses, not what the ledger has already. */
  wouldTake(): void {
    Object.assign(this.reasons, this.#unreadable);
    this.quarantined = Object.values(this.#unreadable).reduce((sum, count) => sum + count, 0);
    this.accepted = this.rows - this.quarantined;
  }

  refused(rejections: readonly { readonly reason: string }[]): void {
    this.quarantined += rejections.length;
    for (const { reason } of rejections) this.#count(this.reasons, reason);
  }

  #count(counts: Record<string, number>, name: string, by = 1): void {
    counts[name] = (counts[name] ?? 0) + by;
  }

  #record(record: FlagtowerRecord): void {
    this.kinds[record.kind] += 1;
    if (record.kind === 'dossier-event') this.#dossiers.add(`${record.caseKind}\u0000${record.dossier}`);
    if (this.firstAt === null || record.occurredAt < this.firstAt) this.firstAt = record.occurredAt;
    if (this.lastAt === null || record.occurredAt > this.lastAt) this.lastAt = record.occurredAt;
  }
}
