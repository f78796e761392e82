import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { codeDisagreements, vietnameseCode } from './vietnamese-code.ts';

const on =
  (day: string) =>
  (other: string): boolean =>
    other === day;

test.each([
  ['000.00.13.H26-190305-0001', '2018', '000.00.13.H26', '2019-03-05', 1],
  ['H26.15-221114-0012', '2020', 'H26.15', '2022-11-14', 12],
  ['H26-250731-10001', '2020', 'H26', '2025-07-31', 10_001],
  ['H26.4.126-250801-0007', '2025', 'H26.4.126', '2025-08-01', 7],
])('%s is of the form of %s', (text, form, unit, day, number) => {
  expect(vietnameseCode(text)).toEqual({ form, unit, day, number });
});

test.each(['case-10011', 'H26-190230-0001', 'H26-191301-0001', 'Z26-190305-0001', 'H26-190305-001', 'h26-190305-0001'])(
  '%s has none of the forms',
  (text) => {
    expect(vietnameseCode(text)).toBeNull();
  },
);

test('what a code says otherwise is told', () => {
  const code = 'H26.15-221114-0012';

  expect(codeDisagreements(code, { receivedOn: on('2022-11-14'), unit: 'H26.15' })).toEqual([]);
  expect(codeDisagreements(code, { receivedOn: on('2022-11-15'), unit: 'H26.16' })).toEqual([
    'code-date-differs',
    'code-unit-differs',
  ]);
  expect(codeDisagreements('A/7', { receivedOn: on('2022-11-14'), unit: null })).toEqual(['code-form-unknown']);
});

test('a unit of another register, or none, is not compared', () => {
  expect(codeDisagreements('H26.15-221114-0012', { receivedOn: null, unit: '00004' })).toEqual([]);
  expect(codeDisagreements('H26.15-221114-0012', { receivedOn: null, unit: null })).toEqual([]);
});

test('any day and number of this century is read back', () => {
  const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 99_999 }), (date, number) => {
      const day = date.toISOString().slice(0, 10);
      const code = `H26.1-${day.slice(2).replaceAll('-', '')}-${String(number).padStart(4, '0')}`;

      expect(vietnameseCode(code)).toMatchObject({ day, number });
    }),
  );
});
