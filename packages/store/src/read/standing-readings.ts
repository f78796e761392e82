import type { Formula } from '@flagtower/contracts';
import type { Span } from '@flagtower/domain';

type ObservationFormula = Extract<Formula, { kind: 'observation' }>;

export interface ObservationQuestion {
  readonly ledgerId: number;
  readonly formula: ObservationFormula;
  readonly source: string | null;
  readonly span: Span;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly knownSeq: number;
  /** The ledger's last commit: nothing later is known of it. */
  readonly lastSeq: number;
}

/** The readings that stand by what is known: of each record the highest version, then the higher hash. */
export const standingReadings = `select distinct on (source_id, record_id) source_id, entity, metric, value, occurred_at, lon, seq, version, hash from observations
  where ledger_id = $1 and feed = $2 and metric = any($3) and ($4::text is null or source_id = $4)
    and ($5::float8 is null or occurred_at >= to_timestamp($5::float8 / 1000)) and occurred_at < to_timestamp($6::float8 / 1000)
    and seq <= $7 and (retracted_seq is null or retracted_seq > $7)
  order by source_id, record_id, version desc, hash collate "C" desc`;
