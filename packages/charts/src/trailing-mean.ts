/**
 * Mean of the known values among the last `window`, at each place; `null` where fewer than `least` are known: an average
 * of two days must not pass for an average of fourteen.
 */
export function trailingMean(values: readonly (number | null)[], window: number, least: number): (number | null)[] {
  return values.map((_, index) => {
    const known = values.slice(Math.max(0, index - window + 1), index + 1).filter((value) => value !== null);
    if (known.length < least) return null;
    return known.reduce((sum, value) => sum + value, 0) / known.length;
  });
}
