import { measureSchema, type Measure } from '@flagtower/contracts';

/**
 * How a measure is written in the tables. Append to the end only: the numbers are in every entry, and the balances have a
 * column each.
 */
const measuresInOrder = [
  'received',
  'received-online',
  'received-at-home',
  'handled',
  'handled-early',
  'handled-on-time',
  'handled-late',
  'handled-no-due',
  'withdrawn',
  'refused',
  'reopened',
  'transferred-in',
  'transferred-out',
  'activity',
  'ends-before-start',
  'handled-unreceived',
  'open',
  'paused',
  'overdue',
  'near-due',
  'open-no-due',
  'payment-asked',
  'paid-online',
  'result-told',
  'result-digital',
  'received-post',
  'received-no-channel',
  'handled-before-receipt',
  'paused-overdue',
  'paused-no-due',
  'cohort-late',
  'cohort-no-due',
  'rated',
  'rated-satisfied',
] as const satisfies readonly Measure[];

const codes = new Map<Measure, number>(measuresInOrder.map((measure, index) => [measure, index]));

export function measureCode(measure: Measure): number {
  const code = codes.get(measure);
  if (code === undefined) throw new RangeError(`measure ${measure} has no code`);
  return code;
}

export function measureOfCode(code: number): Measure {
  return measureSchema.parse(measuresInOrder[code]);
}

export const allMeasureCodes: readonly number[] = measuresInOrder.map((_, index) => index);

/** The balances' column of a measure, quoted. */
export function measureColumn(measure: Measure): string {
  return `"${measure.replaceAll('-', '_')}"`;
}
