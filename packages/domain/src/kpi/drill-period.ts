import type { DrillComparison, DrillPeriod } from '@flagtower/contracts';

/** Half-open, epoch milliseconds; `from` `null`: since ever. */
export interface Stretch {
  readonly from: number | null;
  readonly to: number;
}

/** A stretch with the moment in it that is looked at: half a month is held against half a month. */
export interface ComparedStretch {
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

/**
 * The calendar period of a zone that contains `at`; weeks begin on Monday. Of `all` the end is the millisecond after `at`.
 * `custom` has no calendar: its ends are given.
 */
export function calendarPeriod(period: Exclude<DrillPeriod, 'custom'>, at: number, zone: string): Stretch {
  if (period === 'all') return { from: null, to: at + 1 };
  const day = dayAt(at, zone);
  const first = firstDay(period, day);
  return { from: startOf(first, zone), to: startOf(first.add(lengthOf[period]), zone) };
}

/**
 * The stretch that a period is held against, up to the same day and hour of it; a period that is over is held against
 * the whole of the other. A week is compared with the week 52 weeks earlier, so that weekdays meet weekdays.
 * @returns `null` where nothing comes before: of all time, or when nothing is to be compared
 */
export function comparedPeriod(
  period: DrillPeriod,
  comparison: DrillComparison,
  stretch: Stretch,
  at: number,
  zone: string,
): ComparedStretch | null {
  if (comparison === 'none' || period === 'all' || stretch.from === null) return null;
  const step = stepBack(period, comparison, { from: stretch.from, to: stretch.to }, zone);
  const from = startOf(dayAt(stretch.from, zone).subtract(step), zone);
  const to = startOf(dayAt(stretch.to, zone).subtract(step), zone);
  if (at >= stretch.to) return { from, to, at: to - 1 };
  const same = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).subtract(step).epochMilliseconds;
  return { from, to, at: Math.min(Math.max(same, from), to - 1) };
}

/** Days up to this length are shown by day. */
const dailyDays = 100;
const dayMs = 86_400_000;

/** What is drawn around a period, so that it can be judged: more than the period itself, up to the cut. */
export function trendWindow(
  period: DrillPeriod,
  stretch: Stretch,
  at: number,
  zone: string,
): { readonly by: 'day' | 'month'; readonly from: number; readonly to: number } {
  const to = Math.min(stretch.to, at + 1);
  const day = dayAt(to - 1, zone);
  if (period === 'week') return { by: 'day', from: startOf(day.subtract({ days: 27 }), zone), to };
  if (period === 'month') return { by: 'day', from: startOf(day.subtract({ days: 91 }), zone), to };
  if (period === 'custom' && stretch.from !== null && to - stretch.from <= dailyDays * dayMs)
    return { by: 'day', from: stretch.from, to };
  const months = period === 'quarter' ? 23 : 35;
  const month = day.with({ day: 1 }).subtract({ months });
  const from = startOf(month, zone);
  return { by: 'month', from: period === 'custom' && stretch.from !== null ? Math.min(from, stretch.from) : from, to };
}

type Calendar = Exclude<DrillPeriod, 'all' | 'custom'>;

const lengthOf: Readonly<Record<Calendar, { readonly days?: number; readonly months?: number }>> = {
  week: { days: 7 },
  month: { months: 1 },
  quarter: { months: 3 },
  year: { months: 12 },
};

function firstDay(period: Calendar, day: Temporal.PlainDate): Temporal.PlainDate {
  if (period === 'week') return day.subtract({ days: day.dayOfWeek - 1 });
  const first = day.with({ day: 1 });
  if (period === 'month') return first;
  return period === 'year' ? first.with({ month: 1 }) : first.subtract({ months: (first.month - 1) % 3 });
}

function stepBack(
  period: Exclude<DrillPeriod, 'all'>,
  comparison: 'before' | 'year',
  { from, to }: { readonly from: number; readonly to: number },
  zone: string,
): { readonly days?: number; readonly months?: number } {
  if (comparison === 'year') return period === 'week' ? { days: 364 } : { months: 12 };
  if (period !== 'custom') return lengthOf[period];
  return { days: dayAt(from, zone).until(dayAt(to, zone), { largestUnit: 'day' }).days };
}

function dayAt(at: number, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
}

function startOf(day: Temporal.PlainDate, zone: string): number {
  return day.toZonedDateTime({ timeZone: zone }).epochMilliseconds;
}
