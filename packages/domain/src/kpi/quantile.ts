/**
 * The q-quantile of values, linear between neighbours (the median is the mean of the middle two).
 * @param sorted ascending
 * @returns `null` of no values
 */
export function quantileOf(sorted: readonly number[], q: number): number | null {
  if (sorted.length === 0) return null;
  const position = (sorted.length - 1) * q;
  const low = sorted[Math.floor(position)];
  const high = sorted[Math.ceil(position)];
  if (low === undefined || high === undefined) throw new RangeError(`no quantile ${String(q)}`);
  return low + (high - low) * (position - Math.floor(position));
}
