import { citySchema } from '@flagtower/contracts';
import { expect, test } from 'vitest';

import { geographyOf } from './geography.ts';
import { schematicUnits } from './schematic-place.ts';

const zone = 'Asia/Ho_Chi_Minh';
const unit = (
  code: string,
  level: string,
  parent: string | null,
  life: readonly [string, string | null],
  place: readonly [number, number, number] | null,
) => ({
  code,
  level,
  type: { vi: level, en: level },
  names: { vi: code, en: code },
  parent,
  validFrom: life[0],
  validTo: life[1],
  point: place === null ? null : [place[0], place[1]],
  areaKm2: place?.[2] ?? null,
  population: null,
});
const old: [string, string] = ['2013-12-27', '2025-06-30'];
const now: [string, null] = ['2025-07-01', null];

/** Two districts of two communes; the communes in the middle went into one. */
const city = citySchema.pick({ root: true, units: true, successions: true, zone: true }).parse({
  root: '01',
  zone,
  units: [
    unit('01', 'city', null, ['2008-08-01', null], null),
    unit('W', 'district', '01', old, null),
    unit('E', 'district', '01', old, null),
    ...['a', 'b'].map((code) => unit(code, 'commune', 'W', old, null)),
    ...['c', 'd'].map((code) => unit(code, 'commune', 'E', old, null)),
    unit('west', 'commune', '01', now, [0, 0, 10]),
    unit('middle', 'commune', '01', now, [10, 0, 20]),
    unit('east', 'commune', '01', now, [20, 0, 10]),
  ],
  successions: [
    ['a', 'west'],
    ['b', 'middle'],
    ['c', 'middle'],
    ['d', 'east'],
  ].map(([from, to]) => ({
    from: { code: from, validFrom: old[0] },
    to: { code: to, validFrom: now[0] },
    day: now[0],
    extent: 'whole',
  })),
});

test('a district lies in the middle of what its communes became, and shares what it shares', () => {
  const units = schematicUnits(geographyOf(city), Date.parse('2020-01-01T00:00:00Z'));

  expect(units.map(({ code, point, areaKm2 }) => ({ code, point, areaKm2 }))).toEqual([
    { code: 'W', point: [5, 0], areaKm2: 20 },
    { code: 'E', point: [15, 0], areaKm2: 20 },
  ]);
});

test('today nothing needs a place that it does not have', () => {
  expect(schematicUnits(geographyOf(city), Date.parse('2026-01-01T00:00:00Z'))).toEqual([]);
});
