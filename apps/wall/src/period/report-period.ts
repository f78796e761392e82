import type { PeriodSearch, ReportPeriodName } from './period-search.ts';

/** Days of a report: `from` included, `to` excluded, as the service takes them. */
export interface ReportDays {
  readonly from: string;
  readonly to: string;
}

const monthsOf = { month: 1, quarter: 3, half: 6, year: 12 } as const satisfies Record<
  Exclude<ReportPeriodName, 'custom'>,
  number
>;

/**
 * The days that an address speaks of: the calendar period around its day, or its own two days.
 * @param today in the ledger's zone, where the address names no day
 * @returns `null` for a custom period of which a day is missing, or that ends before it begins
 */
export function daysOf({ period, on, from, to }: PeriodSearch, today: string): ReportDays | null {
  if (period !== 'custom') return around(period, on ?? today);
  return from === undefined || to === undefined || from > to ? null : { from, to: dayAfter(to) };
}

function around(period: Exclude<ReportPeriodName, 'custom'>, day: string): ReportDays {
  const { year, month } = Temporal.PlainDate.from(day);
  const months = monthsOf[period];
  const first = Temporal.PlainDate.from({ year, month: month - ((month - 1) % months), day: 1 });
  return { from: first.toString(), to: first.add({ months }).toString() };
}

/** A day of the period that lies so many periods later, or earlier where `steps` is negative. */
export function steppedDay(period: Exclude<ReportPeriodName, 'custom'>, day: string, steps: number): string {
  return Temporal.PlainDate.from(around(period, day).from)
    .add({ months: monthsOf[period] * steps })
    .toString();
}

export function dayAfter(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString();
}

export function dayBefore(day: string): string {
  return Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
}

/** How an official names it: `Tháng 11/2026`, `Quý IV/2026`, `6 tháng cuối năm 2026`, `Năm 2026`. */
export interface PeriodNames {
  readonly month: (month: string, year: string) => string;
  readonly quarter: (roman: string, year: string) => string;
  readonly halves: readonly [(year: string) => string, (year: string) => string];
  readonly year: (year: string) => string;
  readonly custom: (from: string, to: string) => string;
}

const romans = ['I', 'II', 'III', 'IV'];

export function periodName(
  { from, to }: ReportDays,
  period: ReportPeriodName,
  names: PeriodNames,
  dayText: (day: string) => string,
): string {
  const { year, month } = Temporal.PlainDate.from(from);
  const [text, index] = [String(year), month - 1];
  if (period === 'month') return names.month(String(month), text);
  if (period === 'quarter') return names.quarter(romans[Math.floor(index / 3)] ?? '', text);
  if (period === 'half') return names.halves[index < 6 ? 0 : 1](text);
  return period === 'year' ? names.year(text) : names.custom(dayText(from), dayText(dayBefore(to)));
}
