import type { Reading } from './import-desk.ts';

/** Rows as lines in one order, to be compared whatever the order in which they came. */
export function lines(rows: readonly (readonly unknown[])[]): string[] {
  return rows.map((row) => row.join(' ')).toSorted();
}

export function sum(readings: readonly Pick<Reading, 'value'>[]): number {
  return readings.reduce((total, { value }) => total + (value ?? 0), 0);
}
