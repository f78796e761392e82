import { workingCalendarSchema } from '@flagtower/contracts';

/** March 2026 around the generated lives: weekends, a made-up holiday on Wednesday the 4th, and a worked Saturday, the 7th. */
export const marchCalendar = workingCalendarSchema.parse({
  version: 1,
  from: '2026-02-01',
  to: '2026-03-31',
  weekend: [6, 7],
  daysOff: [{ day: '2026-03-04', holiday: 'trial', reason: 'holiday' }],
  workDays: ['2026-03-07'],
  decidedYears: [],
  holidays: [{ id: 'trial', names: { vi: 'Thử', en: 'Trial' }, basis: { vi: 'phép thử', en: 'a test' } }],
  sources: [],
});
