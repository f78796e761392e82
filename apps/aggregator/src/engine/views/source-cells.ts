import type { SourceStatus } from '@flagtower/contracts';
import { sourceIdSchema } from '@flagtower/contracts';
import { freshnessOfSources, instantOf, type Ledger, type Source } from '@flagtower/store';

/** Topic `sources`: what each source promised, and how it keeps it. `now` is the service's clock. */
export function sourceCells(ledger: Ledger, sources: readonly Source[], now: number): Map<string, SourceStatus> {
  return new Map(
    sources.map((source) => [
      source.id,
      {
        id: sourceIdSchema.parse(source.id),
        names: source.config.names,
        ledger: ledger.name,
        center: source.config.center ?? null,
        notices: source.config.notices ?? [],
        freshness: freshnessOfSources([source], { now, clock: ledger.clock }),
        lastContactAt: source.lastContactAt === null ? null : instantOf(source.lastContactAt),
        lastRecordAt: source.lastRecordAt === null ? null : instantOf(source.lastRecordAt),
        accepted: source.accepted,
        duplicates: source.duplicates,
        quarantined: source.quarantined,
        conflicts: source.conflicts,
      },
    ]),
  );
}
