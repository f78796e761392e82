import type { IncidentSeverity, StageTable } from '@flagtower/contracts';

import { stageOfCounts } from './city-stage.ts';
import type { Incident } from './incident.ts';

/** Since when an incident counts with this severity, epoch milliseconds; 0: it does not count from then on. */
interface Step {
  readonly at: number;
  readonly severity: IncidentSeverity | 0;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly severity: IncidentSeverity;
}

/** When the stage became what it is at `at`, epoch milliseconds; `null`: it was never another one. */
export function stageSince(...told: Parameters<typeof stageOfCourse>): number | null {
  return stageOfCourse(...told).since;
}

/**
 * The stage at `at` as its course leads to it, by what is known of its incidents now: when they began, got worse, ended and were closed.
 * @param at epoch milliseconds
 */
export function stageOfCourse(
  ladder: StageTable,
  incidents: Iterable<Told>,
  at: number,
): { readonly stage: number | undefined; readonly since: number | null } {
  const changes = [...incidents]
    .flatMap((incident) => {
      const steps = stepsOf(incident);
      return steps.map((step, index) => ({ at: step.at, less: steps[index - 1]?.severity ?? 0, more: step.severity }));
    })
    .filter((change) => change.at <= at)
    .toSorted((one, other) => one.at - other.at);
  const counts = [0, 0, 0, 0, 0];
  const count = (severity: number, by: number): void => {
    counts[severity] = (counts[severity] ?? 0) + by;
  };
  let stage = stageOfCounts(ladder, () => 0)?.stage;
  let since: number | null = null;
  for (const [index, { at: moment, less, more }] of changes.entries()) {
    count(less, -1);
    count(more, 1);
    if (changes[index + 1]?.at === moment) continue;
    const next = stageOfCounts(ladder, (least) => counts.slice(least).reduce((sum, one) => sum + one, 0))?.stage;
    if (next !== stage) [stage, since] = [next, moment];
  }
  return { stage, since };
}

type Told = Pick<Incident, 'occasions' | 'closed'>;

/** Of incidents that are the same from tick to tick. */
const known = new WeakMap<Told, Step[]>();

function stepsOf(incident: Told): Step[] {
  const steps = known.get(incident) ?? stepsMade(incident);
  known.set(incident, steps);
  return steps;
}

/** The severity of an incident over time: of what goes on at a moment the worst, and nothing after its close. */
function stepsMade({ occasions, closed }: Told): Step[] {
  const until = closed?.at ?? Infinity;
  const stretches = occasions.flatMap(stretchesOf).filter(({ from, to }) => from < to && from < until);
  const moments = [...new Set([...stretches.flatMap(({ from, to }) => [from, to]), until])]
    .filter((moment) => Number.isFinite(moment) && moment <= until)
    .toSorted((one, other) => one - other);
  const steps: Step[] = [];
  for (const moment of moments) {
    const severity = moment >= until ? 0 : worstAt(stretches, moment);
    if (severity !== (steps.at(-1)?.severity ?? 0)) steps.push({ at: moment, severity });
  }
  return steps;
}

function worstAt(stretches: readonly Stretch[], moment: number): IncidentSeverity | 0 {
  let worst: IncidentSeverity | 0 = 0;
  for (const { from, to, severity } of stretches)
    if (from <= moment && moment < to && severity > worst) worst = severity;
  return worst;
}

/** What was told first holds from the beginning, each later word from when it was told. */
function stretchesOf({ from, to, tellings }: Incident['occasions'][number]): Stretch[] {
  const end = to ?? Infinity;
  const rated = tellings.flatMap(({ at, severity }) => (severity === null ? [] : [{ at, severity }]));
  return rated.map(({ at, severity }, index) => ({
    from: index === 0 ? from : Math.max(from, at),
    to: Math.min(end, Math.max(from, rated[index + 1]?.at ?? Infinity)),
    severity,
  }));
}
