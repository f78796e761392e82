import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { anyCity } from '../testing/any-city.ts';
import { standsAt } from '../testing/oracle-units.ts';
import { breaksOf } from './breaks.ts';
import { geographyOf, isValidAt, keyOfCode, type Geography, type UnitLife } from './geography.ts';
import { chainOf, placeIn, reachOf } from './place-in.ts';
import { keyParts, unallocatedKey, unitKey } from './unit-key.ts';
import { childrenOf, keysWithin, rowOf, unallocatedRow, type AskedUnit } from './unit-rows.ts';

/** Moments before the first list, within every era, and at the very changes. */
function momentsOf({ boundaries }: Geography): number[] {
  return boundaries.flatMap((boundary) => [boundary - 1, boundary, boundary + 86_400_000]);
}

/** Everything that a ledger of this city may count under. */
function keysOf({ lives, byCode }: Geography): string[] {
  const above = new Set([...lives.values()].map(({ unit }) => unit.parent));
  const split = [...lives.values()].filter(({ unit }) => above.has(unit.code)).map(({ key }) => unallocatedKey(key));
  return [...lives.keys(), ...split, ...byCode.keys(), 'not-of-this-city', ''];
}

function validAt({ lives, firstMs }: Geography, at: number): UnitLife[] {
  return [...lives.values()].filter((life) => isValidAt(life, Math.max(at, firstMs)));
}

test('in any geography every key of a unit is in exactly one of its rows, and of its children’s exactly there', () => {
  fc.assert(
    fc.property(anyCity, fc.nat(), (city, pick) => {
      const geography = geographyOf(city);
      const moments = momentsOf(geography);
      const at = moments[pick % moments.length] ?? 0;
      for (const life of validAt(geography, at)) {
        const asked: AskedUnit = { geography, life, at };
        const children = childrenOf(asked);
        for (const key of keysOf(geography)) {
          const place = rowOf(asked, key);
          const holders = children.filter((child) => rowOf({ ...asked, life: child }, key) !== null);

          const isBelow =
            place !== null && place.reason === null && children.some(({ unit }) => unit.code === place.row);
          expect(holders.map(({ unit }) => unit.code)).toEqual(isBelow ? [place.row] : []);
          expect(keysWithin(asked)?.includes(key) ?? true).toBe(place !== null);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('a key stands where a clerk with a map puts it, later and earlier', () => {
  fc.assert(
    fc.property(anyCity, (city) => {
      const geography = geographyOf(city);
      for (const at of momentsOf(geography))
        for (const { key, unit, startMs } of geography.lives.values())
          expect(placeIn(geography, key, at).key).toBe(standsAt(geography, { code: unit.code, at: startMs }, at));
    }),
    { numRuns: 300 },
  );
});

test('what is placed exactly in a unit was or became that unit and no other', () => {
  fc.assert(
    fc.property(anyCity, (city) => {
      const geography = geographyOf(city);
      for (const at of momentsOf(geography)) {
        for (const key of geography.lives.keys()) {
          const placed = placeIn(geography, key, at);
          const parts = keyParts(placed.key);

          expect(validAt(geography, at).map((life) => life.key)).toContain(parts?.unit);
          expect(parts?.isUnallocated).toBe(placed.reason !== null);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('where no break is named, a unit of before or after lies wholly in the unit of the figure or has no piece in it', () => {
  fc.assert(
    fc.property(anyCity, fc.nat(), (city, pick) => {
      const geography = geographyOf(city);
      const moments = momentsOf(geography);
      const at = moments[pick % moments.length] ?? 0;
      const moment = Math.max(at, geography.firstMs);
      const everything = { from: -Infinity, to: Infinity, byUnit: false };
      for (const life of validAt(geography, at)) {
        const asked: AskedUnit = { geography, life, at };
        const broken = new Set(breaksOf(asked, city.unitChanges, everything).map(({ day }) => day));
        const lives = city.successions.flatMap(({ day, from, to }) => (broken.has(day) ? [] : [from, to]));
        for (const other of lives.flatMap((it) => geography.lives.get(unitKey(it)) ?? [])) {
          const pieces = reachOf(other, moment).lives.filter((piece) =>
            chainOf(geography, piece, moment).includes(life),
          );
          expect(pieces.length === 0 || rowOf(asked, other.key) !== null).toBe(true);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('a code means the life that is valid when it is said', () => {
  fc.assert(
    fc.property(anyCity, (city) => {
      const geography = geographyOf(city);
      for (const at of momentsOf(geography))
        for (const { unit, key } of validAt(geography, at).filter((life) => isValidAt(life, at)))
          expect(keyOfCode(geography, unit.code, at)).toBe(key);
      expect(keyOfCode(geography, 'not-of-this-city', 0)).toBe('not-of-this-city');
      expect(rowOf({ geography, life: geography.root, at: 0 }, '')).toEqual({ row: unallocatedRow, reason: 'no-unit' });
    }),
    { numRuns: 100 },
  );
});
