import type { SeriesPoint } from '@flagtower/contracts';
import { quantileOf, startOfDayMs } from '@flagtower/domain';
import { instantOf } from '@flagtower/store';

import type { Tally } from '../tally.ts';

const hourMs = 3_600_000;
const shownDays = 90;
const comparedWeeks = 8;
const enoughWeeks = 3;

/** Today's hours in the ledger's zone; hours to come have no value but what is usual on this weekday. */
export function hoursSeries(
  tally: Tally,
  measure: 'received' | 'handled',
  at: number,
  zone: string,
): Map<string, SeriesPoint> {
  const series = new Map<string, SeriesPoint>();
  const { today, tomorrow, day } = tally.frame;
  const told = tally.firstToldDay();
  for (let start = today; start < tomorrow; start += hourMs) {
    const hour = Math.floor(start / hourMs);
    const value = start > at || told === null ? null : (tally.hour(hour)?.get(measure) ?? 0);
    const before: number[] = [];
    for (let week = 1; week <= comparedWeeks; week += 1) {
      const that = startOfDayMs(day - 7 * week, zone) + (start - today);
      if (tally.hour(Math.floor(that / hourMs)) !== null || wasToldOn(tally, day - 7 * week))
        before.push(tally.hour(Math.floor(that / hourMs))?.get(measure) ?? 0);
    }
    series.set(instantOf(start), { value, partial: start <= at && at < start + hourMs, usual: usualOf(before) });
  }
  return series;
}

function wasToldOn(tally: Tally, day: number): boolean {
  return (tally.day(day)?.get('received') ?? 0) > 0;
}

function usualOf(values: readonly number[]): number | null {
  return values.length < enoughWeeks
    ? null
    : quantileOf(
        values.toSorted((a, b) => a - b),
        0.5,
      );
}

export type DaysSeriesId = 'received.days' | 'handled.days' | 'online-rate.days' | 'open.days';

/** The last 90 days; days before anything was told are `null`, a gap and not a row of zeros. */
export function daysSeries(tally: Tally, id: DaysSeriesId, zone: string): Map<string, SeriesPoint> {
  const { day: today } = tally.frame;
  const first = tally.firstToldDay();
  const values = new Map<number, number | null>();
  let open = tally.sums('dossier', null, 'all').get('open') ?? 0;
  for (let day = today; day > today - shownDays; day -= 1) {
    const sums = tally.day(day);
    const received = sums?.get('received') ?? 0;
    if (first === null || day < first) values.set(day, null);
    else if (id === 'received.days') values.set(day, received);
    else if (id === 'handled.days') values.set(day, sums?.get('handled') ?? 0);
    else if (id === 'open.days') values.set(day, open);
    else values.set(day, received === 0 ? null : (sums?.get('received-online') ?? 0) / received);
    open -= sums?.get('open') ?? 0;
  }
  const inOrder = [...values].toSorted(([a], [b]) => a - b);
  return new Map(
    inOrder.map(([day, value]) => [instantOf(startOfDayMs(day, zone)), { value, partial: day === today, usual: null }]),
  );
}
