import type { AirBand, AirScale } from '@flagtower/contracts';

/**
 * The scale that was official on a day: numbers of two scales cannot be compared, the same 120 is "Kém" in both and 160 is not.
 * @returns `null` before the first one, and on days of none
 */
export function airScaleOn(scales: readonly AirScale[], day: string): AirScale | null {
  return scales.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo)) ?? null;
}

/**
 * The band of an index. An index is a whole number; a mean of several is rounded as the texts round theirs, half up.
 * @returns `null` below zero and beyond the scale's end: such a value is an error of the station and no kind of air
 */
export function airBandOf({ bands }: Pick<AirScale, 'bands'>, index: number): AirBand | null {
  const whole = Math.round(index);
  return bands.find(({ from, to }) => from <= whole && (to === null || whole <= to)) ?? null;
}
