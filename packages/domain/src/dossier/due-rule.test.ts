import { expect, test } from 'vitest';

import { workingDaysOf } from '../calendar/working-days.ts';
import { marchCalendar } from '../testing/march-calendar.ts';
import { on, told } from '../testing/told.ts';
import { dayNumberOf } from '../time/zone-days.ts';
import { foldDossier, type Folded } from './fold.ts';
import { foldRules } from './rules.ts';

const rules = foldRules('Asia/Ho_Chi_Minh', {
  calendar: workingDaysOf(marchCalendar),
  limits: new Map([
    [
      'birth',
      [
        { workingDays: 5, validFrom: null, validTo: dayNumberOf('2026-03-09') },
        { workingDays: 1, validFrom: dayNumberOf('2026-03-10'), validTo: null },
      ],
    ],
    ['far', [{ workingDays: 60, validFrom: null, validTo: null }]],
  ]),
});
const received = (at: number, procedure = 'birth'): ReturnType<typeof told> => told('received', at, { procedure });

function dueOf(...claims: Parameters<typeof foldDossier>[0]): Pick<Folded, 'dueAt' | 'duePrecision'> {
  const { dueAt, duePrecision } = foldDossier(claims, rules);
  return { dueAt, duePrecision };
}

test('a dossier without a told due date is due at the end of the last working day of its limit', () => {
  // Monday the 2nd; the 4th is a holiday, Saturday the 7th is worked.
  expect(dueOf(received(on(2)))).toEqual({ dueAt: on(9, '23:59:59.999'), duePrecision: 'computed' });
});

test('the limit is the one in force on the day of the receipt', () => {
  expect(dueOf(received(on(9, '23:59'))).dueAt).toBe(on(16, '23:59:59.999'));
  expect(dueOf(received(on(10, '00:00'))).dueAt).toBe(on(11, '23:59:59.999'));
});

test('a told due date wins, also where it is told later and where it is taken back', () => {
  const promise = { at: on(20, '17:00'), precision: 'minute' as const };

  expect(dueOf(received(on(2)), told('amended', on(3), { due: promise }))).toEqual({
    dueAt: promise.at,
    duePrecision: 'minute',
  });
  expect(dueOf(received(on(2)), told('amended', on(3), { due: null }))).toEqual({ dueAt: null, duePrecision: null });
});

test('a pause moves a computed due date as it moves a told one', () => {
  const pause = [told('paused', on(3, '09:00')), told('resumed', on(5, '09:00'))];

  expect(dueOf(received(on(2)), ...pause).dueAt).toBe(on(11, '23:59:59.999'));
});

test('nothing is computed without a limit, without a receipt, or beyond the calendar', () => {
  const nothing = { dueAt: null, duePrecision: null };

  expect(dueOf(received(on(2), 'unknown'))).toEqual(nothing);
  expect(dueOf(told('submitted', on(2), { procedure: 'birth' }))).toEqual(nothing);
  expect(dueOf(received(on(2), 'far'))).toEqual(nothing);
});

test('a corrected procedure brings its own limit from the start', () => {
  const correction = told('amended', on(3), { procedure: 'unknown', dating: 'correction', version: 1 });

  expect(dueOf(received(on(2)), correction).dueAt).toBeNull();
});

test('a limit that a record was taken down with goes before that of the rules, for its own procedure alone', () => {
  const taken = told('received', on(2), { procedure: 'birth', limit: 1 });
  const other = told('amended', on(3), { procedure: 'far', dating: 'correction', version: 1 });

  expect(dueOf(taken)).toEqual({ dueAt: on(3, '23:59:59.999'), duePrecision: 'computed' });
  expect(dueOf(told('received', on(2), { procedure: 'unknown', limit: 1 })).dueAt).toBe(on(3, '23:59:59.999'));
  expect(dueOf(taken, other).dueAt).toBeNull();
  expect(dueOf(taken, told('amended', on(3), { due: { at: on(20), precision: 'minute' } })).dueAt).toBe(on(20));
});
