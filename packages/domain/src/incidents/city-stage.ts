import type { CityStage, StageTable } from '@flagtower/contracts';

import type { Incident } from './incident.ts';

/** What counts for the stage: open, and not over by what its sources say. */
export type StageCounted = Pick<Incident, 'severity' | 'state' | 'over'>;

/**
 * The stage of a moment by the ladder in force on its day: the highest of which a condition is met. More or worse incidents never lower it.
 * @param day in the city's zone, `2026-11-24`
 * @returns `null` on days of no ladder
 */
export function cityStage(
  tables: readonly StageTable[],
  incidents: Iterable<StageCounted>,
  day: string,
): CityStage | null {
  const table = tables
    .filter(({ validFrom }) => validFrom <= day)
    .reduce<StageTable | null>((last, next) => (last === null || next.validFrom >= last.validFrom ? next : last), null);
  if (table === null) return null;
  const counted = [...incidents].filter(({ state, over }) => state !== 'closed' && !over);
  const met = (minSeverity: number): number => counted.filter(({ severity }) => severity >= minSeverity).length;
  for (const { stage, names, conditions } of table.stages.toSorted((one, other) => other.stage - one.stage)) {
    if (conditions.length === 0) return { stage, names, because: null, basis: table.basis };
    const because = conditions.find(({ minSeverity, count }) => met(minSeverity) >= count);
    if (because !== undefined)
      return { stage, names, because: { ...because, met: met(because.minSeverity) }, basis: table.basis };
  }
  return null;
}
