/** One stretch of neighbouring known values, as an SVG path; gaps end a stretch, they are never bridged. */
export interface SparkPath {
  readonly stretches: readonly string[];
  /** Where the last known value lies, when it is the newest one; `null` when the series ends in a gap. */
  readonly end: readonly [x: number, y: number] | null;
}

export interface SparkBox {
  readonly width: number;
  readonly height: number;
  /** Values at the bottom and at the top of the box; equal ones put the line in the middle. */
  readonly low: number;
  readonly high: number;
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** The place of `value` in the box, clamped to it. */
export function sparkY(value: number, { height, low, high }: Pick<SparkBox, 'height' | 'low' | 'high'>): number {
  if (high === low) return height / 2;
  return round(height * (1 - Math.min(1, Math.max(0, (value - low) / (high - low)))));
}

/** `null` is a gap. The window is fixed: `values.length` slots over the whole width, whatever is known of them. */
export function sparkPath(values: readonly (number | null)[], box: SparkBox): SparkPath {
  const step = values.length > 1 ? box.width / (values.length - 1) : 0;
  const stretches: string[] = [];
  let open: string[] = [];
  const close = (): void => {
    // A lone value between two gaps is drawn as a dot: a path of no length with round caps.
    if (open.length > 0) stretches.push(`M${open.length === 1 ? `${open[0]}L${open[0]}` : open.join('L')}`);
    open = [];
  };
  for (const [index, value] of values.entries()) {
    if (value === null) close();
    else open.push(`${round(index * step)} ${sparkY(value, box)}`);
  }
  close();
  const last = values.at(-1);
  return { stretches, end: last === null || last === undefined ? null : [round(box.width), sparkY(last, box)] };
}

/** Lowest and highest known value, with `also` (a target, a pace) inside; `null` when nothing is known. */
export function sparkRange(
  values: readonly (number | null)[],
  also: readonly number[] = [],
): { low: number; high: number } | null {
  const known = [...values.filter((value) => value !== null), ...also];
  return known.length === 0 ? null : { low: Math.min(...known), high: Math.max(...known) };
}
