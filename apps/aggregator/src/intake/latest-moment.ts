import type { FlagtowerRecord } from '@flagtower/contracts';

/** The latest moment that a record speaks of as having been, epoch milliseconds; a due date is a promise and not one. */
export function latestMomentOf(record: FlagtowerRecord): number {
  const occurred = Date.parse(record.occurredAt);
  return record.kind === 'dossier-event'
    ? record.steps.reduce((latest, { at }) => Math.max(latest, Date.parse(at)), occurred)
    : occurred;
}
