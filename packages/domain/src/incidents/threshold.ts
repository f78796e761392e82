import type { IncidentSeverity, Threshold } from '@flagtower/contracts';

/**
 * How serious a value is: the worst level that it reaches; a level's own value reaches it.
 * @returns 0 for an ordinary value
 */
export function severityOfValue(
  { side, levels }: Pick<Threshold, 'side' | 'levels'>,
  value: number,
): IncidentSeverity | 0 {
  let worst: IncidentSeverity | 0 = 0;
  for (const level of levels) {
    const isReached = side === 'above' ? value >= level.value : value <= level.value;
    if (isReached && level.severity > worst) worst = level.severity;
  }
  return worst;
}
