import type { WorkingCalendar } from '@flagtower/contracts';
import { dayNumberOf, workingCalendar, type FeastDay } from '@flagtower/domain';

import { decisions, swaps } from './decisions.ts';
import { isoDayOf, vietnameseLunarDay } from './lunar-day.ts';
import { firstYear, holidayRules, holidays } from './public-holidays.ts';

/** When Hanoi's offices work, Monday to Friday (Decision 188/1999/QĐ-TTg). A new decision or law is a new version. */
export const hanoiCalendar: WorkingCalendar = workingCalendar({
  version: 1,
  firstYear,
  lastYear: 2045,
  weekend: [6, 7],
  rules: holidayRules,
  decisions,
  swaps,
  holidays,
  feastOn,
});

function feastOn({ calendar, month, day }: FeastDay, year: number): number {
  const isoDay = calendar === 'lunar' ? vietnameseLunarDay(year, month, day) : isoDayOf({ year, month, day });
  return dayNumberOf(isoDay);
}
