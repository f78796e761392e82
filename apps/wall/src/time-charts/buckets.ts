import type { DayBucket, HourBucket } from '@flagtower/charts';
import type { SeriesPoint } from '@flagtower/contracts';
import { countWorkingDays, dayNumberOf, type WorkingDays } from '@flagtower/domain';

import { knownOf, type Cell } from '../cells/cell.ts';
import { ledgerDay } from '../cells/ledger-day.ts';

/** A topic's series in time order. A point that could not be read is a gap, like one that was never told. */
export function bucketsOf(all: ReadonlyMap<string, Cell<SeriesPoint>>): HourBucket[] {
  return [...all]
    .map(([start, cell]) => {
      const point = knownOf(cell);
      return {
        startMs: Date.parse(start),
        value: point?.value ?? null,
        partial: point?.partial ?? false,
        usual: point?.usual ?? null,
      };
    })
    .filter(({ startMs }) => !Number.isNaN(startMs))
    .toSorted((one, other) => one.startMs - other.startMs);
}

/** The same, with what the working calendar says of each day. */
export function dayBucketsOf(
  all: ReadonlyMap<string, Cell<SeriesPoint>>,
  zone: string,
  calendar: WorkingDays | null,
): DayBucket[] {
  return bucketsOf(all).map(({ startMs, value, partial }) => {
    const day = dayNumberOf(ledgerDay(startMs, zone));
    const working = calendar === null ? null : countWorkingDays(calendar, day, day);
    return { startMs, value, partial, isWorking: working === null ? null : working === 1 };
  });
}

/** Running sums from the day's start; from the first gap on nothing is known any more. */
export function cumulative(values: readonly (number | null)[]): (number | null)[] {
  let sum: number | null = 0;
  return values.map((value) => {
    sum = sum === null || value === null ? null : sum + value;
    return sum;
  });
}
