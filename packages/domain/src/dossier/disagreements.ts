import type { StepName } from '@flagtower/contracts';

import type { Claim } from './claim.ts';
import { timelineOf } from './timeline.ts';

const comparedSteps: readonly StepName[] = [
  'submitted',
  'received',
  'refused',
  'paused',
  'resumed',
  'handled',
  'withdrawn',
  'returned',
  'reopened',
];

/** How many of the things that several sources tell end differently, source by source; silence is no disagreement. */
export function disagreementsIn(claims: readonly Claim[]): number {
  const told = new Map<string, Set<string>>();
  const say = (thing: string, value: string): void => {
    told.set(thing, (told.get(thing) ?? new Set()).add(value));
  };
  for (const own of Map.groupBy(claims, ({ source }) => source).values()) {
    for (const field of ['unit', 'procedure', 'channel', 'payment', 'result', 'rating'] as const) {
      const last = timelineOf(own, (claim) => claim[field]).at(-1);
      if (last !== undefined) say(field, last.value);
    }
    const due = timelineOf(own, (claim) => claim.due).at(-1);
    if (due !== undefined) say('due', String(due.value?.at ?? null));
    for (const name of comparedSteps) {
      const times = own.flatMap(({ steps }) => steps.filter(({ step }) => step === name).map(({ at }) => at));
      if (times.length > 0) say(name, times.toSorted((a, b) => a - b).join());
    }
  }
  return [...told.values()].filter((values) => values.size > 1).length;
}
