import type { Freshness, FreshnessState } from '@flagtower/contracts';

import { useLedgerNow } from '../stream/use-server-clock.ts';
import { useContact } from '../stream/use-topic.ts';
import { stateNow } from './freshness-now.ts';

interface Source {
  readonly id: string;
  readonly freshness: Freshness;
}

/** What was never heard of is last: it was never promised. */
const worstFirst: readonly FreshnessState[] = ['lost', 'stale', 'late', 'live', 'none'];

/** Sources as they stand at this second, the worst first: what was told of them a while ago does not hold longer than their stamps say. */
export function useSourcesNow<Told extends Source>(sources: readonly Told[]): Told[] {
  const now = useLedgerNow();
  const { contact } = useContact();
  return sources
    .map((source) => ({
      ...source,
      freshness: { ...source.freshness, state: stateNow(source.freshness, now, contact === 'lost') },
    }))
    .toSorted(
      (one, other) =>
        worstFirst.indexOf(one.freshness.state) - worstFirst.indexOf(other.freshness.state) ||
        (one.id < other.id ? -1 : 1),
    );
}
