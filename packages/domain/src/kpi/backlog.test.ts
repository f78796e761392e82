import { expect, test } from 'vitest';

import { workingDaysOf } from '../calendar/working-days.ts';
import { marchCalendar } from '../testing/march-calendar.ts';
import { on } from '../testing/told.ts';
import { backlogFigure, backlogSpan, backlogWorkingDays } from './backlog.ts';

const zone = 'Asia/Ho_Chi_Minh';

test('a backlog is measured by the whole days before the day of the question', () => {
  expect(backlogSpan(on(30, '10:00'), 28, zone)).toEqual({ from: on(2, '00:00'), to: on(30, '00:00') });
});

test('the days are those that offices worked: a holiday less, a worked Saturday more', () => {
  expect(backlogWorkingDays(workingDaysOf(marchCalendar), on(9), 7, zone)).toBe(5);
  expect(backlogWorkingDays(workingDaysOf(marchCalendar), on(16), 7, zone)).toBe(5);
  expect(backlogWorkingDays(workingDaysOf(marchCalendar), on(1), 60, zone)).toBeNull();
});

test('200 open at 50 a working day are four days; without a pace there is no number', () => {
  expect(backlogFigure(200, 1000, 20)).toEqual({ value: 4, numerator: 200, denominator: 50 });
  expect(backlogFigure(200, 0, 20)).toMatchObject({ value: null, numerator: 200 });
  expect(backlogFigure(200, 1000, null)).toMatchObject({ value: null });
  expect(backlogFigure(0, 1000, 20).value).toBe(0);
});
