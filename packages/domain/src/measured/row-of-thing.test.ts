import type { City, Notice, Point } from '@flagtower/contracts';
import { citySchema } from '@flagtower/contracts';
import { expect, test } from 'vitest';

import { geographyOf, validLife } from '../geography/geography.ts';
import { unitOfPlace } from '../geography/unit-of-place.ts';
import type { AskedUnit } from '../geography/unit-rows.ts';
import { markOfNotice, rowOfNotice } from './row-of-notice.ts';
import { rowOfThing } from './row-of-thing.ts';

const unit = (code: string, parent: string | null, life: readonly [string, string | null], point: Point | null) => ({
  code,
  level: parent === null ? ('city' as const) : code.startsWith('D') ? ('district' as const) : ('commune' as const),
  type: { vi: '', en: '' },
  names: { vi: code, en: code },
  parent,
  validFrom: life[0],
  validTo: life[1],
  point,
  areaKm2: point === null ? null : 10,
  population: null,
});
const then = ['2019-01-01', '2025-06-30'] as const;
const now = ['2025-07-01', null] as const;
const succession = (from: string, to: string, extent: 'whole' | 'part') => ({
  from: { code: from, validFrom: then[0] },
  to: { code: to, validFrom: now[0] },
  day: now[0],
  extent,
});
/** Two districts became the communes `north`, `middle` (of both) and `south`. */
const city: Pick<City, 'root' | 'units' | 'successions' | 'zone'> = citySchema
  .pick({ root: true, units: true, successions: true, zone: true })
  .parse({
    root: 'city',
    zone: 'Asia/Ho_Chi_Minh',
    units: [
      unit('city', null, ['2000-01-01', null], null),
      unit('D1', 'city', then, null),
      unit('D2', 'city', then, null),
      unit('a', 'D1', then, null),
      unit('b', 'D1', then, null),
      unit('c', 'D2', then, null),
      unit('d', 'D2', then, null),
      unit('north', 'city', now, [105.8, 21.2]),
      unit('middle', 'city', now, [105.8, 21.1]),
      unit('south', 'city', now, [105.8, 21]),
    ],
    successions: [
      succession('a', 'north', 'whole'),
      succession('b', 'middle', 'whole'),
      succession('c', 'middle', 'whole'),
      succession('d', 'south', 'whole'),
    ],
  });
const geography = geographyOf(city);
const root = (day: string): AskedUnit => ({ geography, life: geography.root, at: Date.parse(`${day}T12:00:00+07:00`) });
const today = root('2026-03-31');

test('a place is in the unit whose office is nearest, and in none far from all', () => {
  expect(unitOfPlace(geography, [105.81, 21.19])).toBe('north@2025-07-01');
  expect(unitOfPlace(geography, [105.79, 21.02])).toBe('south@2025-07-01');
  expect(unitOfPlace(geography, [108.2, 16])).toBeNull();
});

test('a thing is in the row of its unit, or of the whole city only, with the reason', () => {
  expect(rowOfThing(today, [105.8, 21.2])).toEqual({ row: 'north', reason: null });
  expect(rowOfThing(today, null)).toEqual({ row: 'unallocated', reason: 'no-place' });
  expect(rowOfThing(today, [108.2, 16])).toEqual({ row: 'unallocated', reason: 'outside' });

  const south = validLife(geography, 'south', today.at);
  if (south === null) throw new RangeError('south is a unit today');
  expect(rowOfThing({ ...today, life: south }, [105.8, 21])).toEqual({ row: 'south', reason: null });
  expect(rowOfThing({ ...today, life: south }, [105.8, 21.2])).toBeNull();
  expect(rowOfThing({ ...today, life: south }, null)).toBeNull();
});

test('before the districts ended a place is in the district that all of its unit came from, else in none', () => {
  const before = root('2024-06-01');

  expect(rowOfThing(before, [105.8, 21.2])).toEqual({ row: 'D1', reason: null });
  expect(rowOfThing(before, [105.8, 21])).toEqual({ row: 'D2', reason: null });
  expect(rowOfThing(before, [105.8, 21.1])).toEqual({ row: 'unallocated', reason: 'split' });
});

const area = (...points: Point[]): Notice['areas'][number] => ({
  name: '',
  polygons: [],
  circles: points.map((center) => ({ center, radiusKm: 1 })),
  geocodes: [],
});

test('a notice is in a unit where all of it lies there, and is not divided', () => {
  expect(rowOfNotice(today, [area([105.8, 21.2], [105.81, 21.2])])).toEqual({ row: 'north', reason: null });
  expect(rowOfNotice(today, [area([105.8, 21.2]), area([105.8, 21])])).toEqual({ row: 'unallocated', reason: 'above' });
  expect(rowOfNotice(today, [])).toEqual({ row: 'unallocated', reason: 'no-place' });
  expect(markOfNotice([area(), area([105, 21], [106, 22])])).toEqual([105.5, 21.5]);
});
