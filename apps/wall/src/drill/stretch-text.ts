import { dayText, shortDayText } from '@flagtower/charts';

/** A half-open stretch by its days: `01/10 – 24/10/2026`; one day is one day. */
export function stretchText(from: string | null, to: string, zone: string): string {
  const last = Date.parse(to) - 1;
  if (from === null) return dayText(last, zone);
  const first = Date.parse(from);
  if (dayText(first, zone) === dayText(last, zone)) return dayText(last, zone);
  const isOneYear = dayText(first, zone).slice(6) === dayText(last, zone).slice(6);
  return `${isOneYear ? shortDayText(first, zone) : dayText(first, zone)} – ${dayText(last, zone)}`;
}
