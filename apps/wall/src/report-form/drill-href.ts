import { pageHref } from '../navigation/page-href.ts';
import type { ReportPeriodName } from '../period/period-search.ts';
import { dayBefore, type ReportDays } from '../period/report-period.ts';

/** The drill-down of a unit at the form's own cut and period; it has no half-years, two days say the same. */
export function drillHref(
  unit: string,
  {
    period,
    days,
    cut,
  }: {
    readonly period: ReportPeriodName;
    readonly days: ReportDays;
    readonly cut: { readonly at: string; readonly knownSeq: number; readonly geography: string };
  },
): string {
  const words =
    period === 'half' || period === 'custom'
      ? { period: 'custom', from: days.from, to: dayBefore(days.to) }
      : { period };
  const search = { ...words, at: cut.at, knownSeq: String(cut.knownSeq), geography: cut.geography };
  return pageHref(`/drill/${encodeURIComponent(unit)}`, search, location.search);
}
