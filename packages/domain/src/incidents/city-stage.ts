import type { CityStage, StageTable } from '@flagtower/contracts';

import type { Incident } from './incident.ts';

/** What counts for the stage: open, and not over by what its sources say. */
export type StageCounted = Pick<Incident, 'severity' | 'state' | 'over'>;

/** A rung of the ladder, and the condition that was met. */
export type StageReached = Pick<CityStage, 'stage' | 'names' | 'because' | 'basis'>;

/**
 * The ladder in force on a day.
 * @param day in the city's zone, `2026-11-24`
 * @returns `null` on days of no ladder
 */
export function ladderOn(tables: readonly StageTable[], day: string): StageTable | null {
  return tables
    .filter(({ validFrom }) => validFrom <= day)
    .reduce<StageTable | null>((last, next) => (last === null || next.validFrom >= last.validFrom ? next : last), null);
}

/** The stage of a moment: the highest of which a condition is met. More or worse incidents never lower it. */
export function cityStage(ladder: StageTable, incidents: Iterable<StageCounted>): StageReached | null {
  const counted = countedForStage(incidents);
  return stageOfCounts(ladder, (least) => counted.filter(({ severity }) => severity >= least).length);
}

/** Those that make a stage. */
export function countedForStage<Counted extends StageCounted>(incidents: Iterable<Counted>): Counted[] {
  return [...incidents].filter(({ state, over }) => state !== 'closed' && !over);
}

/** @param met how many count that are at least so severe */
export function stageOfCounts(
  { stages, basis }: StageTable,
  met: (minSeverity: number) => number,
): StageReached | null {
  for (const { stage, names, conditions } of stages.toSorted((one, other) => other.stage - one.stage)) {
    if (conditions.length === 0) return { stage, names, because: null, basis };
    const because = conditions.find(({ minSeverity, count }) => met(minSeverity) >= count);
    if (because !== undefined) return { stage, names, because: { ...because, met: met(because.minSeverity) }, basis };
  }
  return null;
}
