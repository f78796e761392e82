const nice = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

export interface AxisScale {
  readonly max: number;
  readonly step: number;
  /** There is nothing above zero. */
  readonly isEmpty: boolean;
}

/**
 * A scale from zero with one line at half and one at the top, both round, fixed by the data and not by the renderer, so
 * that the wall, its export and a test agree. `most` is at least 2: an empty chart still has a scale, and counts have no
 * halves.
 */
export function axisScale(values: readonly (number | null)[]): AxisScale {
  const half = Math.max(1, ...values.filter((value) => value !== null).map((value) => value / 2));
  const power = 10 ** Math.floor(Math.log10(half));
  // Rounding first: 0.1 and its like must not push 3 to "3.0000000000000004, so take 4".
  const rough = Number((half / power).toPrecision(12));
  const step = Math.ceil((nice.find((factor) => factor >= rough) ?? 10) * power);
  return { max: 2 * step, step, isEmpty: values.every((value) => value === null || value === 0) };
}
