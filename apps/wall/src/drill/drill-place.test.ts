import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { parentOf, pathOf, placeOf } from './drill-place.ts';

test('an address is read as a place', () => {
  expect(placeOf('/drill')).toEqual({ kind: 'level', unit: null, group: null, procedure: null });
  expect(placeOf('/drill/00004/g/chung-thuc/p/2.000815')).toEqual({
    kind: 'level',
    unit: '00004',
    group: 'chung-thuc',
    procedure: '2.000815',
  });
  expect(placeOf('/drill/00004/p/-')).toMatchObject({ unit: '00004', procedure: '' });
  expect(placeOf('/drill/dossier/5f0c')).toEqual({ kind: 'dossier', id: '5f0c' });
});

test('a place that is written as an address is read as the same place', () => {
  const code = fc
    .string({ minLength: 1 })
    .filter((text) => text.trim() !== '' && !['-', 'dossier', '.', '..'].includes(text));
  fc.assert(
    fc.property(
      fc.option(code),
      fc.option(code),
      fc.option(fc.oneof(code, fc.constant(''))),
      (unit, group, procedure) => {
        const place = { kind: 'level', unit, group, procedure } as const;

        expect(placeOf(pathOf(place))).toEqual(place);
      },
    ),
  );
});

test('up leads from the procedure over its group and the unit to the city, and no further', () => {
  const deepest = { kind: 'level', unit: '00004', group: 'g', procedure: 'p' } as const;
  const group = parentOf(deepest, null);
  const unit = group && parentOf(group, null);
  const city = unit && parentOf(unit, null);

  expect([group, unit, city].map((place) => place && pathOf(place))).toEqual([
    '/drill/00004/g/g',
    '/drill/00004',
    '/drill',
  ]);
  expect(city && parentOf(city, null)).toBeNull();
});
