import type { Stated } from '@flagtower/contracts';

import { dayNumberOf, startOfDayMs } from '../time/zone-days.ts';

type Dated = Pick<Stated, 'unit' | 'period' | 'version'>;

/**
 * What stands of everything that was stated: of each unit and period the highest version. A correction replaces, it does
 * not erase: the versions below it are the history.
 */
export function standingReports<Report extends Dated>(told: readonly Report[]): Report[] {
  const standing = new Map<string, Report>();
  for (const report of told) {
    const key = `${report.unit}\u0000${report.period.from}\u0000${report.period.to}`;
    const held = standing.get(key);
    if (held === undefined || report.version > held.version) standing.set(key, report);
  }
  return [...standing.values()];
}

/**
 * The report that speaks for a unit at a moment: that of the newest period which had ended. Of two that ended on one day
 * the shorter one, which began later, is nearer to the moment.
 * @param at epoch milliseconds
 * @returns `null` where no period had ended
 */
export function reportAt<Report extends Dated>(standing: readonly Report[], at: number, zone: string): Report | null {
  return standing
    .filter(({ period }) => at >= periodEndMs(period, zone))
    .reduce<Report | null>((newest, next) => (newest === null || isNewer(next, newest) ? next : newest), null);
}

/** The last millisecond of a period, in the zone that its days are of. */
export function periodEndMs({ to }: Stated['period'], zone: string): number {
  return startOfDayMs(dayNumberOf(to) + 1, zone) - 1;
}

function isNewer({ period: one }: Dated, { period: other }: Dated): boolean {
  return one.to === other.to ? one.from > other.from : one.to > other.to;
}
