import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { nowCast, vnAqiOfHour, vnAqiPart } from './vn-aqi.ts';

describe('the examples of the guide (section 2.3)', () => {
  /** From 20:00 back to 09:00. */
  const pm25 = [20.6, 19.6, 22.4, 20.3, 16.5, 19, 16.5, 19.5, 23.5, 20.5, 24.7, 26.9];

  test('NowCast of twelve hours of PM2.5', () => {
    expect(nowCast(pm25)).toBeCloseTo(20.3, 1);
  });

  // Of NO2 the guide prints 60 for an hour and 65 for a day; its own formula gives 59.35 and 65.4.
  test.each([
    ['o3-1h', 136.1, 43],
    ['no2', 118.7, 59],
    ['pm25', 20.3, 41],
    ['o3-8h', 89.3, 45],
    ['o3-1h', 114.6, 36],
    ['no2', 130.8, 65],
    ['pm25', 55.7, 110],
  ] as const)('%s of %d µg/m³ is %i', (column, concentration, index) => {
    expect(Math.round(vnAqiPart(column, concentration) ?? -1)).toBe(index);
  });

  test('the worst pollutant is the index of the hour', () => {
    expect(vnAqiOfHour({ o3: [136.1], no2: [118.7], pm25 })).toEqual({
      index: 59,
      leading: 'no2',
      parts: { pm25: 41, o3: 43, no2: 59 },
    });
  });
});

test('on a rung both sides say the same, and beyond the last one nothing is worse', () => {
  expect([0, 25, 50, 80, 150, 250, 350, 500, 900].map((dust) => vnAqiPart('pm25', dust))).toEqual([
    0, 50, 100, 150, 200, 300, 400, 500, 500,
  ]);
  expect(vnAqiPart('pm25', -0.1)).toBeNull();
  expect(vnAqiPart('o3-8h', 400)).toBe(300);
  expect(vnAqiPart('o3-8h', 400.1)).toBeNull();
});

test('without dust there is no index, and of the newest three hours two must be measured', () => {
  expect(vnAqiOfHour({ o3: [500], no2: [10] })).toBeNull();
  expect(vnAqiOfHour({ pm10: [40, null, null, 60], o3: [10] })).toBeNull();
  expect(vnAqiOfHour({ pm10: [null, 50, 50] })?.index).toBe(50);
});

test('an hour that was not measured makes no air cleaner than the cleanest that was', () => {
  const anyHours = fc.array(fc.option(fc.double({ min: 0, max: 900, noNaN: true })), { minLength: 3, maxLength: 14 });
  fc.assert(
    fc.property(anyHours, (hours) => {
      const told = hours.slice(0, 12).flatMap((value) => value ?? []);
      const cast = nowCast(hours);

      if (cast === null) return;
      expect(cast).toBeGreaterThanOrEqual(Math.min(...told) - 1e-9);
      expect(cast).toBeLessThanOrEqual(Math.max(...told) + 1e-9);
    }),
  );
});
