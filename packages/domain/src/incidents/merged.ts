import type { IncidentKind } from '@flagtower/contracts';

import { joined } from './joined.ts';
import { isNear } from './near.ts';
import type { Occasion } from './occasion.ts';

const minuteMs = 60_000;

/**
 * Occasions that are one incident: of one kind (and, where the kind asks for it, one event), at one place, and overlapping in time or
 * apart by no more than the kind's minutes. What links two links all that hang on them, so the order of telling does not matter.
 */
export function mergedOccasions(occasions: readonly Occasion[], kinds: readonly IncidentKind[]): Occasion[][] {
  const groups: Occasion[][] = [];
  for (const kind of kinds) {
    const mine = occasions.filter((occasion) => occasion.kind === kind.id).toSorted(byBeginning);
    const byId = new Map(mine.map((occasion) => [occasion.id, occasion]));
    for (const ids of joined([...byId.keys()], linksOf(mine, kind)))
      groups.push(ids.flatMap((id) => byId.get(id) ?? []));
  }
  return groups;
}

export function byBeginning(one: Occasion, other: Occasion): number {
  return one.from - other.from || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
}

/**
 * Along the time: each occasion is only compared with those that still last, or ended not long before.
 * @yields the ids of two that are one
 */
function* linksOf(inTime: readonly Occasion[], kind: IncidentKind): Generator<readonly [string, string]> {
  let lasting: Occasion[] = [];
  for (const occasion of inTime) {
    lasting = lasting.filter(({ to }) => to === null || to + kind.mergeMinutes * minuteMs >= occasion.from);
    for (const other of lasting) if (isOnePlace(occasion, other, kind)) yield [other.id, occasion.id];
    lasting.push(occasion);
  }
}

/** Whether two occasions by themselves would be one incident, but for a close between them. */
export function touches(earlier: Occasion, later: Occasion, kind: IncidentKind): boolean {
  const isInTime = earlier.to === null || earlier.to + kind.mergeMinutes * minuteMs >= later.from;
  return isInTime && isOnePlace(earlier, later, kind);
}

function isOnePlace(one: Occasion, other: Occasion, { mergeKm }: IncidentKind): boolean {
  if (one.event !== other.event) return false;
  if (one.thing !== null && one.thing === other.thing) return true;
  // A region takes in another region, and no place.
  if ((one.place.area === undefined) !== (other.place.area === undefined)) return false;
  return mergeKm !== null && isNear(one.place, other.place, mergeKm);
}
