import type { DossierEvent, FlagtowerRecord } from '@flagtower/contracts';

/** A record as its source would have told it at a moment, epoch milliseconds. */
export interface Telling {
  readonly at: number;
  readonly record: FlagtowerRecord;
}

/**
 * When a source would have told a record. A row of a case list knows the whole case: it is told again, in a higher
 * version, at each of its steps, so that nobody is told of an end before it came.
 */
export function tellingsOf(record: FlagtowerRecord): Telling[] {
  if (record.kind !== 'dossier-event') return [{ at: Date.parse(record.occurredAt), record }];
  const moments = [...new Set(record.steps.map(({ at }) => Date.parse(at)))].toSorted((a, b) => a - b);
  if (moments.length < 2 && latest(moments) <= Date.parse(record.occurredAt))
    return [{ at: Date.parse(record.occurredAt), record }];
  return moments.map((at, index) => ({ at, record: toldBy(record, at, index) }));
}

function toldBy(record: DossierEvent, at: number, index: number): DossierEvent {
  const steps = record.steps.filter((step) => Date.parse(step.at) <= at);
  const last = steps.reduce((newest, step) => (step.at > newest ? step.at : newest), steps[0]?.at ?? record.occurredAt);
  return { ...record, version: record.version + index, occurredAt: last, steps };
}

function latest(moments: readonly number[]): number {
  return moments.at(-1) ?? -Infinity;
}
