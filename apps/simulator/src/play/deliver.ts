import type { Aggregator } from '../aggregator/aggregator.ts';
import { patiently, type Patience } from '../aggregator/patience.ts';
import type { TimedRecord } from '../cases/case-record.ts';
import type { RegisterRecord } from '../cases/dossiers/service-register.ts';

/** Resolves when the records are durable. */
export type Deliver = (source: string, records: readonly TimedRecord[]) => Promise<void>;

/** Delivers a source's register: sent again it changes nothing. */
export type Register = (source: string, records: readonly RegisterRecord[]) => Promise<void>;

export interface Tally {
  accepted: number;
  duplicates: number;
  quarantined: number;
}

/** Delivers with patience and counts the answers by source. */
export function delivery(
  aggregator: Aggregator,
  patience: Patience,
): { deliver: Deliver; register: Register; tallies: Map<string, Tally> } {
  const tallies = new Map<string, Tally>();
  const send = async (source: string, records: Parameters<Aggregator['send']>[1]): Promise<void> => {
    const answer = await patiently(() => aggregator.send(source, records), patience);
    const tally = tallies.get(source) ?? { accepted: 0, duplicates: 0, quarantined: 0 };
    tally.accepted += answer.accepted;
    tally.duplicates += answer.duplicates;
    tally.quarantined += answer.quarantined;
    tallies.set(source, tally);
  };
  const deliver: Deliver = async (source, told) =>
    await send(
      source,
      told.map(({ record }) => record),
    );
  return { deliver, register: send, tallies };
}
