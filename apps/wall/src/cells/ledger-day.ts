import { dayText } from '@flagtower/charts';

/** The calendar day of a moment in a zone as the wire writes it, `2026-11-24`. */
export function ledgerDay(epochMs: number, zone: string): string {
  return dayText(epochMs, zone).split('/').toReversed().join('-');
}
