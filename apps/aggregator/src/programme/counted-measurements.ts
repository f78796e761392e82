import type { KpiDefinition, KpiValue } from '@flagtower/contracts';
import type { Measurement } from '@flagtower/domain';

/**
 * What a counted figure has been since the year began, at the end of each of its months: cumulative, as the city's own
 * reports tell it. Of what is neither a share nor a flow there is only the standing of today.
 * @param months the figure by month
 * @param today the day of the cut; a month that is still running ends there
 */
export function countedMeasurements(
  { formula }: KpiDefinition,
  months: readonly KpiValue[],
  standing: KpiValue | null,
  today: string,
): Measurement[] {
  if (formula.kind !== 'share' && formula.kind !== 'flow') return measuredAt(today, standing?.value ?? null);
  let [numerator, denominator] = [0, 0];
  return months
    .toSorted((a, b) => ((a.key['month'] ?? '') < (b.key['month'] ?? '') ? -1 : 1))
    .flatMap(({ key, numerator: more, denominator: of }) => {
      numerator += more ?? 0;
      denominator += of ?? 0;
      const end = lastDayOf(key['month'] ?? '', today);
      if (formula.kind === 'flow') return measuredAt(end, numerator);
      return measuredAt(end, denominator === 0 ? null : numerator / denominator);
    });
}

function measuredAt(day: string, value: number | null): Measurement[] {
  return value === null ? [] : [{ day, value, bound: null }];
}

function lastDayOf(month: string, today: string): string {
  if (today.startsWith(month)) return today;
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  return first.with({ day: first.daysInMonth }).toString();
}
