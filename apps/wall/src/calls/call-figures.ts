import type { KpiDefinition } from '@flagtower/contracts';

/** The figures of a center that takes calls on several lines. */
export interface CallFigures {
  /** All calls of a period. */
  readonly received: KpiDefinition;
  /** Calls of the last 60 minutes. */
  readonly hour: KpiDefinition;
  /** Of those, the share that somebody is sent for. */
  readonly valid: KpiDefinition;
  /** From the call until somebody is there. */
  readonly reach: KpiDefinition;
}

/** @returns `null` for a center that takes no calls */
export function callFiguresOf(definitions: readonly KpiDefinition[]): CallFigures | null {
  for (const hour of definitions) {
    const { formula } = hour;
    if (formula.kind !== 'observation' || formula.statistic !== 'latest-sum') continue;
    const ofFeed = (statistic: string): KpiDefinition | undefined =>
      definitions.find(
        ({ formula: other }) =>
          other.kind === 'observation' && other.feed === formula.feed && other.statistic === statistic,
      );
    const [received, valid, reach] = [ofFeed('sum'), ofFeed('latest-ratio'), ofFeed('median')];
    if (received !== undefined && valid !== undefined && reach !== undefined) return { received, hour, valid, reach };
  }
  return null;
}
