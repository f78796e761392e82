/**
 * A scale from zero with round steps and few gridlines, fixed by the data and not by the renderer, so that the wall, its
 * export and a test agree. `most` is at least 1: an empty chart still has a scale.
 */
export function axisScale(values: readonly (number | null)[], lines: 1 | 2 | 3 = 2): { max: number; step: number } {
  const most = Math.max(1, ...values.filter((value) => value !== null));
  const rough = most / (lines + 0.5);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  // Counts have no halves: a step below one would label the same number twice.
  const whole = Math.max(1, step);
  return { max: Math.max(most * 1.06, whole), step: whole };
}
