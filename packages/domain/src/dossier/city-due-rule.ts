import type { City } from '@flagtower/contracts';

import { workingDaysOf } from '../calendar/working-days.ts';
import { dayNumberOf } from '../time/zone-days.ts';
import type { DueRule } from './due-rule.ts';

/** The due rule of a city: its calendar, and the time limits that its procedures are known to have. */
export function cityDueRule({ calendar, procedures }: Pick<City, 'calendar' | 'procedures'>): DueRule {
  const limits = procedures
    .filter(({ timeLimits }) => timeLimits.length > 0)
    .map(
      ({ code, timeLimits }) =>
        [
          code,
          timeLimits.map(({ workingDays, validFrom, validTo }) => ({
            workingDays,
            validFrom: numberOf(validFrom),
            validTo: numberOf(validTo),
          })),
        ] as const,
    );
  return { calendar: workingDaysOf(calendar), limits: new Map(limits) };
}

function numberOf(day: string | null): number | null {
  return day === null ? null : dayNumberOf(day);
}
