import { calendarDayText } from '@flagtower/charts';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readPeriodSearch } from './period-search.ts';
import { periodWords } from './period-words.ts';
import { dayAfter, daysOf, periodName, steppedDay } from './report-period.ts';

const today = '2026-11-24';
const asked = (words: object) => readPeriodSearch(words);

describe('the days of a report', () => {
  test.for([
    [{}, { from: '2026-11-01', to: '2026-12-01' }],
    [{ period: 'quarter' }, { from: '2026-10-01', to: '2027-01-01' }],
    [
      { period: 'half', on: '2026-06-30' },
      { from: '2026-01-01', to: '2026-07-01' },
    ],
    [
      { period: 'year', on: '2025-02-03' },
      { from: '2025-01-01', to: '2026-01-01' },
    ],
    [
      { period: 'custom', from: '2026-02-28', to: '2026-02-28' },
      { from: '2026-02-28', to: '2026-03-01' },
    ],
    [{ period: 'custom', from: '2026-02-28' }, null],
    [{ period: 'custom', from: '2026-03-02', to: '2026-03-01' }, null],
  ] as const)('%o are %o', ([words, days]) => {
    expect(daysOf(asked(words), today)).toEqual(days);
  });
});

test('periods of one kind follow each other without a gap, whatever day they are asked by', () => {
  const anyDay = fc.date({ min: new Date('2018-01-01'), max: new Date('2030-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(anyDay, fc.constantFrom('month', 'quarter', 'half', 'year'), (date, period) => {
      const day = date.toISOString().slice(0, 10);

      const here = daysOf(asked({ period, on: day }), today);
      const next = daysOf(asked({ period, on: steppedDay(period, day, 1) }), today);
      const back = daysOf(asked({ period, on: steppedDay(period, next?.from ?? '', -1) }), today);

      expect(next?.from).toBe(here?.to);
      expect(back).toEqual(here);
      expect((here?.from ?? '') <= day && dayAfter(day) <= (here?.to ?? '')).toBe(true);
    }),
  );
});

test('a period is named as officials do', () => {
  const name = (words: object): string => {
    const search = asked(words);
    const days = daysOf(search, today);
    return days === null ? '' : periodName(days, search.period, periodWords.vi.names, calendarDayText);
  };

  expect([{}, { period: 'quarter' }, { period: 'half' }, { period: 'year' }].map(name)).toEqual([
    'Tháng 11/2026',
    'Quý IV/2026',
    '6 tháng cuối năm 2026',
    'Năm 2026',
  ]);
  expect(name({ period: 'custom', from: '2026-11-01', to: '2026-11-24' })).toBe('Từ 01/11/2026 đến 24/11/2026');
});
