import type { Bound, KpiDefinition, Target } from '@flagtower/contracts';

/** A value with how exactly it was told; a counted one is exact. */
export interface ToldValue {
  readonly value: number;
  readonly bound: Bound | null;
}

/**
 * Whether a value reaches a target. “About” counts as the number that was named.
 * @returns `null` where the value was told as a bound that leaves it open: “more than 50%” may be 60%
 */
export function isMet(
  { value, bound }: ToldValue,
  target: Pick<Target, 'value'>,
  direction: KpiDefinition['direction'],
): boolean | null {
  const isDown = direction === 'down';
  const reaches = isDown ? value <= target.value : value >= target.value;
  const isFloor = bound === 'more-than' || bound === 'at-least';
  const isCeiling = bound === 'less-than' || bound === 'at-most';
  // A floor above the target is surely above it; a floor below it says nothing, and so the other way round.
  if (isFloor) return reaches === isDown ? null : reaches;
  if (isCeiling) return reaches === isDown ? reaches : null;
  return reaches;
}
