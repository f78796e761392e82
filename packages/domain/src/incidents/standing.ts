import type { IncidentSeverity } from '@flagtower/contracts';

import type { Deed } from './deed.ts';
import type { Occasion, OccasionTelling } from './occasion.ts';

/** Where an incident stands by what people did and what was told after it. */
export interface Standing {
  readonly acknowledged: Deed | null;
  readonly closed: Deed | null;
  readonly raisedAgainAt: readonly number[];
}

/**
 * Deeds and tellings in the order in which they became known: an acknowledgement holds until the end, a close until something worse
 * is told than was known when it was closed. That raises it again, for nobody has looked at it as it is now.
 */
export function standingOf(occasions: readonly Occasion[], deeds: readonly Deed[]): Standing {
  let acknowledged: Deed | null = null;
  let closed: Deed | null = null;
  let worst: IncidentSeverity | 0 = 0;
  const raisedAgainAt: number[] = [];
  for (const event of inOrder(occasions, deeds)) {
    if (isDeed(event)) {
      if (event.deed === 'acknowledge') acknowledged ??= event;
      if (event.deed === 'close') closed ??= event;
    } else if (event.severity !== null && event.severity > worst) {
      worst = event.severity;
      if (closed === null) continue;
      [acknowledged, closed] = [null, null];
      raisedAgainAt.push(Math.max(event.at, event.recordedAt));
    }
  }
  return { acknowledged, closed, raisedAgainAt };
}

function inOrder(occasions: readonly Occasion[], deeds: readonly Deed[]): (Deed | OccasionTelling)[] {
  return [...occasions.flatMap(({ tellings }) => tellings), ...deeds].toSorted((one, other) => one.seq - other.seq);
}

function isDeed(event: Deed | OccasionTelling): event is Deed {
  return 'deed' in event;
}
