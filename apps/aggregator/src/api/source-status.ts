import type { SourceStatus } from '@flagtower/contracts';
import { freshnessOfSources, instantOf, type FreshnessClocks, type Source } from '@flagtower/store';

/** A source on the board: what it promised, how it keeps it. */
export function sourceStatus(source: Source, clocks: FreshnessClocks): SourceStatus {
  const { config, accepted, duplicates, quarantined, conflicts } = source;
  return {
    id: config.id,
    names: config.names,
    ledger: config.ledger,
    center: config.center ?? null,
    notices: config.notices ?? [],
    freshness: freshnessOfSources([source], clocks),
    lastContactAt: source.lastContactAt === null ? null : instantOf(Math.round(source.lastContactAt)),
    lastRecordAt: source.lastRecordAt === null ? null : instantOf(Math.round(source.lastRecordAt)),
    accepted,
    duplicates,
    quarantined,
    conflicts,
  };
}
