import { FlagtowerError, type DrillComparison, type DrillPeriod } from '@flagtower/contracts';
import { calendarPeriod, comparedPeriod, trendWindow, type ComparedStretch, type Stretch } from '@flagtower/domain';

export interface DrillWords {
  readonly period: DrillPeriod;
  readonly comparison: DrillComparison;
  /** Of a custom period, epoch milliseconds. */
  readonly from: number | null;
  readonly to: number | null;
}

/** The stretches of time that a level's page speaks of. */
export interface DrillTimes {
  readonly stretch: Stretch;
  readonly compared: ComparedStretch | null;
  readonly trend: ReturnType<typeof trendWindow>;
}

/** @throws FlagtowerError `BAD_REQUEST` where a custom period lacks its days */
export function drillTimes({ period, comparison, from, to }: DrillWords, at: number, zone: string): DrillTimes {
  if (period === 'custom' && (from === null || to === null))
    throw new FlagtowerError('BAD_REQUEST', 'a custom period needs from and to', {
      place: 'from',
      remedy: 'give two days, or another period',
    });
  const stretch = period === 'custom' ? { from, to: to ?? at + 1 } : calendarPeriod(period, at, zone);
  return {
    stretch,
    compared: comparedPeriod(period, comparison, stretch, at, zone),
    trend: trendWindow(period, stretch, at, zone),
  };
}
