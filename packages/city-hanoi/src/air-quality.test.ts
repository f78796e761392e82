import { airBandOf, airScaleOn } from '@flagtower/domain';
import { expect, test } from 'vitest';

import { hanoi } from './hanoi.ts';

const scales = hanoi.airQuality?.scales ?? [];

function bandOn(day: string, index: number): string | null {
  const scale = airScaleOn(scales, day);
  return scale === null ? null : (airBandOf(scale, index)?.names.vi ?? null);
}

// Every edge of both scales, by hand from the two decisions.
test.each([
  ['2026-11-24', 0, 'Tốt'],
  ['2026-11-24', 50, 'Tốt'],
  ['2026-11-24', 51, 'Trung bình'],
  ['2026-11-24', 100, 'Trung bình'],
  ['2026-11-24', 101, 'Kém'],
  ['2026-11-24', 150, 'Kém'],
  ['2026-11-24', 151, 'Xấu'],
  ['2026-11-24', 200, 'Xấu'],
  ['2026-11-24', 201, 'Rất xấu'],
  ['2026-11-24', 300, 'Rất xấu'],
  ['2026-11-24', 301, 'Nguy hại'],
  ['2026-11-24', 500, 'Nguy hại'],
  ['2019-02-01', 100, 'Trung bình'],
  ['2019-02-01', 101, 'Kém'],
  ['2019-02-01', 151, 'Kém'],
  ['2019-02-01', 200, 'Kém'],
  ['2019-02-01', 201, 'Xấu'],
  ['2019-02-01', 301, 'Nguy hại'],
  ['2019-02-01', 620, 'Nguy hại'],
])('on %s an index of %i is “%s”', (day, index, name) => {
  expect(bandOn(day, index)).toBe(name);
});

test('the scale changes on 12 November 2019, and the same 160 changes its name', () => {
  expect([bandOn('2019-11-11', 160), bandOn('2019-11-12', 160)]).toEqual(['Kém', 'Xấu']);
});

test('between two whole numbers there is no gap, and no day before the first scale has a band', () => {
  expect(bandOn('2026-11-24', 50.4)).toBe('Tốt');
  expect(bandOn('2026-11-24', 50.5)).toBe('Trung bình');
  expect(bandOn('2011-06-30', 40)).toBeNull();
});

test('beyond the end of VN_AQI and below zero there is no kind of air', () => {
  expect(bandOn('2026-11-24', 501)).toBeNull();
  expect(bandOn('2026-11-24', -1)).toBeNull();
});

test('the bands of a scale follow each other without a gap', () => {
  for (const { bands } of scales)
    for (const [index, { from }] of bands.entries())
      expect(from).toBe(index === 0 ? 0 : (bands[index - 1]?.to ?? NaN) + 1);
});
