import type { IncidentSeverity } from '@flagtower/contracts';

import type { Deed } from './deed.ts';
import { worstTold, type Occasion, type OccasionTelling } from './occasion.ts';

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

/** The worst of what goes on at a moment, else of all that was. */
export function severityAt(occasions: readonly Occasion[], at: number): IncidentSeverity {
  const going = occasions.filter(({ to }) => to === null || to > at);
  let worst: IncidentSeverity | null = null;
  for (const { tellings } of going) {
    const severity = tellings.findLast((telling) => telling.severity !== null)?.severity ?? null;
    if (severity !== null && severity > (worst ?? 0)) worst = severity;
  }
  return worst ?? worstTold(occasions, () => true) ?? 1;
}

function inOrder(occasions: readonly Occasion[], deeds: readonly Deed[]): (Deed | OccasionTelling)[] {
  return [...occasions.flatMap(({ tellings }) => tellings), ...deeds].toSorted((one, other) => one.seq - other.seq);
}

function isDeed(event: Deed | OccasionTelling): event is Deed {
  return 'deed' in event;
}
