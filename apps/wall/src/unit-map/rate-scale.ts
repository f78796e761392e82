/**
 * The five inner borders of the map's six steps: multiples of one round number, so that the legend reads easily and the
 * scale moves seldom. It fits the 95th percentile: one extreme unit must not make all others look alike.
 */
export function rateBreaks(rates: readonly (number | null)[]): readonly number[] {
  const known = rates.filter((rate) => rate !== null).toSorted((left, right) => left - right);
  const high = known[Math.ceil(known.length * 0.95) - 1] ?? 0;
  const step = roundStep(high / 6);
  return [1, 2, 3, 4, 5].map((count) => Number((count * step).toPrecision(12)));
}

const LEAST_STEP = 0.001;

/** The smallest of 1, 2, 5, 10, 20, 50 … (and their tenths) that is not below. Nothing to show: 1. */
function roundStep(least: number): number {
  if (least <= 0) return 1;
  const wanted = Math.max(least, LEAST_STEP);
  const power = 10 ** Math.floor(Math.log10(wanted));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= wanted * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** Which step of the ramp, from 0; `null`: not known, which is hatched and never the lowest step. */
export function rampStep(rate: number | null, breaks: readonly number[]): number | null {
  return rate === null ? null : breaks.filter((border) => rate >= border).length;
}
