import type { Aggregator } from '../aggregator/aggregator.ts';
import { patiently, type Patience } from '../aggregator/patience.ts';
import type { TimedRecord } from '../cases/case-record.ts';

/** Resolves when the records are durable. */
export type Deliver = (source: string, records: readonly TimedRecord[]) => Promise<void>;

export interface Tally {
  accepted: number;
  duplicates: number;
  quarantined: number;
}

/** Delivers with patience and counts the answers by source. */
export function delivery(
  aggregator: Aggregator,
  patience: Patience,
): { deliver: Deliver; tallies: Map<string, Tally> } {
  const tallies = new Map<string, Tally>();
  const deliver: Deliver = async (source, told) => {
    const records = told.map(({ record }) => record);
    const answer = await patiently(() => aggregator.send(source, records), patience);
    const tally = tallies.get(source) ?? { accepted: 0, duplicates: 0, quarantined: 0 };
    tally.accepted += answer.accepted;
    tally.duplicates += answer.duplicates;
    tally.quarantined += answer.quarantined;
    tallies.set(source, tally);
  };
  return { deliver, tallies };
}
