import { unitSchema, type Unit } from '@flagtower/contracts';
import { expect, test } from 'vitest';

import { unitGroups } from './unit-groups.ts';

function unit(code: string, level: Unit['level'], parent: string | null): Unit {
  const names = { vi: code, en: code };
  const place = { point: [105.8, 21], areaKm2: 1, population: null };
  return unitSchema.parse({
    code,
    level,
    parent,
    names,
    type: names,
    validFrom: '2019-01-01',
    validTo: null,
    ...place,
  });
}

const city = unit('01', 'city', null);
const codes = (units: readonly Unit[]): string[] => units.map(({ code }) => code);

test('districts stand with the city, and communes with their districts', () => {
  const units = [
    unit('00001', 'commune', '001'),
    unit('001', 'district', '01'),
    city,
    unit('00004', 'commune', '001'),
    unit('002', 'district', '01'),
    unit('00037', 'commune', '002'),
  ];

  const groups = unitGroups(units, '01');

  expect(groups.map(({ above, members }) => [above, codes(members)])).toEqual([
    [null, ['01', '001', '002']],
    ['001', ['00001', '00004']],
    ['002', ['00037']],
  ]);
});

test('communes right below the city are one group with it', () => {
  const groups = unitGroups([city, unit('00004', 'commune', '01'), unit('00008', 'commune', '01')], '01');

  expect(groups.map(({ members }) => codes(members))).toEqual([['01', '00004', '00008']]);
});
