import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { daySchema, instantSchema, zoneSchema } from './time.ts';

const anyMoment = fc.date({
  min: new Date('0001-01-01T00:00:00Z'),
  max: new Date('9999-12-31T23:59:59Z'),
  noInvalidDate: true,
});

describe('instantSchema', () => {
  test('takes every moment of four-digit years, and the order of texts is the order of times', () => {
    fc.assert(
      fc.property(anyMoment, anyMoment, (one, other) => {
        const [a, b] = [instantSchema.parse(one.toISOString()), instantSchema.parse(other.toISOString())];
        expect(a < b).toBe(one.getTime() < other.getTime());
      }),
    );
  });

  test.each([
    ['an offset', '2026-11-24T03:42:07.000+07:00'],
    ['no zone', '2026-11-24T03:42:07.000'],
    ['no milliseconds', '2026-11-24T03:42:07Z'],
    ['microseconds', '2026-11-24T03:42:07.000000Z'],
    ['hour 24', '2026-11-24T24:00:00.000Z'],
    ['a leap second', '2026-12-31T23:59:60.000Z'],
    ['month 13', '2026-13-01T00:00:00.000Z'],
    ['a day', '2026-11-24'],
    ['words', 'yesterday'],
  ])('refuses %s', (_what, text) => {
    expect(instantSchema.safeParse(text).success).toBe(false);
  });
});

test('a day is a day of the calendar', () => {
  expect(daySchema.safeParse('2024-02-29').success).toBe(true);
  expect(daySchema.safeParse('2023-02-29').success).toBe(false);
});

test('a zone is a name, not an offset', () => {
  expect(zoneSchema.safeParse('Asia/Ho_Chi_Minh').success).toBe(true);
  expect(zoneSchema.safeParse('+07:00').success).toBe(false);
});
