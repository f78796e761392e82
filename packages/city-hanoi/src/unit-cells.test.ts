import { unitSchema, type Point, type Unit } from '@flagtower/contracts';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { hanoi } from './hanoi.ts';
import { unitCells } from './unit-cells.ts';

const center: Point = [105.7, 21];

function unit(code: string, point: Point | null, areaKm2: number | null): Unit {
  return unitSchema.parse({
    code,
    level: 'commune',
    type: { vi: 'xã', en: 'commune' },
    names: { vi: code, en: code },
    parent: null,
    validFrom: '2025-07-01',
    validTo: null,
    point,
    areaKm2,
    population: null,
  });
}

/** Distance from a ring to a place inside it is positive on every side when edges turn left. */
function contains(ring: readonly Point[], [x, y]: Point, slack = 1e-6): boolean {
  return ring.slice(1).every(([bx, by], index) => {
    const [ax, ay] = ring[index] as Point;
    return (bx - ax) * (y - ay) - (by - ay) * (x - ax) >= -slack;
  });
}

function areaOf(ring: readonly Point[]): number {
  return ring.slice(1).reduce((sum, [bx, by], index) => {
    const [ax, ay] = ring[index] as Point;
    return sum + (ax * by - bx * ay) / 2;
  }, 0);
}

const kmPerDegree = 111.32;
const km2PerDegree2 = kmPerDegree ** 2 * Math.cos((21 * Math.PI) / 180);
const ringsOf = (units: readonly Unit[]) =>
  unitCells(units, center).features.map(({ properties, geometry }) => ({
    code: properties.code,
    ring: geometry.coordinates[0] as Point[],
  }));

const anyUnits = fc
  .uniqueArray(
    fc.record({
      longitude: fc.integer({ min: 105_300, max: 106_020 }),
      latitude: fc.integer({ min: 20_600, max: 21_350 }),
      areaKm2: fc.double({ min: 1, max: 90, noNaN: true }),
    }),
    { minLength: 1, maxLength: 40, selector: ({ longitude, latitude }) => `${longitude} ${latitude}` },
  )
  .map((places) =>
    places.map(({ longitude, latitude, areaKm2 }, index) =>
      unit(`${index}`, [longitude / 1000, latitude / 1000], areaKm2),
    ),
  );

test('Hanoi has a cell for each of its 126 communes and for nothing else', () => {
  const cells = unitCells(hanoi.units, hanoi.map.center);

  const communes = hanoi.units
    .filter(({ level, validTo }) => level === 'commune' && validTo === null)
    .map(({ code }) => code);
  expect(cells.features.map(({ properties }) => properties.code)).toEqual(communes);
  expect(cells.features[0]?.properties).toEqual({ code: '00004', name: 'Ba Đình' });
});

test('every cell contains the point it was drawn around', () => {
  fc.assert(
    fc.property(anyUnits, (units) => {
      for (const { code, ring } of ringsOf(units)) {
        const point = units.find((candidate) => candidate.code === code)?.point;
        expect(point !== undefined && point !== null && contains(ring, point)).toBe(true);
      }
    }),
  );
});

test('no cell is larger than 1.69 times its unit', () => {
  fc.assert(
    fc.property(anyUnits, (units) => {
      for (const { code, ring } of ringsOf(units)) {
        const areaKm2 = units.find((candidate) => candidate.code === code)?.areaKm2 ?? 0;
        expect(areaOf(ring) * km2PerDegree2).toBeLessThanOrEqual(areaKm2 * 1.69 * 1.001);
      }
    }),
  );
});

test('a corner of one cell never lies inside another', () => {
  fc.assert(
    fc.property(anyUnits, (units) => {
      const cells = ringsOf(units);
      for (const a of cells) {
        for (const b of cells) {
          if (a === b) continue;
          for (const corner of a.ring) expect(contains(b.ring, corner, -1e-5)).toBe(false);
        }
      }
    }),
    { numRuns: 20 },
  );
});

test('the same units give the same bytes', () => {
  const once = JSON.stringify(unitCells(hanoi.units, hanoi.map.center));

  expect(JSON.stringify(unitCells(hanoi.units, hanoi.map.center))).toBe(once);
});

test('a unit without a point or an area is left out', () => {
  const cells = ringsOf([unit('a', null, 3), unit('b', [105.8, 21], null), unit('c', [105.9, 21], 3)]);

  expect(cells.map(({ code }) => code)).toEqual(['c']);
});

test('no units give an empty collection', () => {
  expect(unitCells([], center).features).toEqual([]);
});
