/**
 * Mean of the last `window` known values, at each place; `null` where fewer than half of the window is known:
 * an average of three days must not pass for an average of fourteen.
 */
export function trailingMean(values: readonly (number | null)[], window: number): (number | null)[] {
  return values.map((_, index) => {
    const known = values.slice(Math.max(0, index - window + 1), index + 1).filter((value) => value !== null);
    if (known.length * 2 < window) return null;
    return known.reduce((sum, value) => sum + value, 0) / known.length;
  });
}
