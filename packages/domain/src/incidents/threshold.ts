import type { IncidentSeverity, Threshold } from '@flagtower/contracts';

type Judging = Pick<Threshold, 'side' | 'levels'>;

/**
 * How serious a value is: the worst level that it reaches; a level's own value reaches it.
 * @returns 0 for an ordinary value
 */
export function severityOfValue({ side, levels }: Judging, value: number): IncidentSeverity | 0 {
  return worstOf(levels.filter((level) => (side === 'above' ? value >= level.value : value <= level.value)));
}

/**
 * The worst level that a value does not end where it was reached before: never less than what the value reaches itself. A level that says
 * when it clears ends at that value, another one as soon as a value does not reach it.
 * @returns 0 for a value that ends whatever went on
 */
export function severityHeldBy(threshold: Judging, value: number): IncidentSeverity | 0 {
  const { side, levels } = threshold;
  const held = worstOf(
    levels.filter(({ clearsAt }) => clearsAt !== undefined && (side === 'above' ? value > clearsAt : value < clearsAt)),
  );
  const reached = severityOfValue(threshold, value);
  return held > reached ? held : reached;
}

function worstOf(levels: Threshold['levels']): IncidentSeverity | 0 {
  return levels.reduce<IncidentSeverity | 0>((worst, { severity }) => (severity > worst ? severity : worst), 0);
}
