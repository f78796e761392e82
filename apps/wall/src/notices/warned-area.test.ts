import type { NoticeCell, Unit } from '@flagtower/contracts';
import { expect, test } from 'vitest';

import { warnedArea } from './warned-area.ts';

const unit = (code: string, level: Unit['level'], name: string): [string, Unit] => [
  code,
  {
    code,
    level,
    parent: null,
    names: { vi: name, en: `${name} (en)` },
    validFrom: '2025-07-01' as Unit['validFrom'],
    validTo: null,
    population: null,
    areaKm2: null,
    point: null,
  } as unknown as Unit,
];
const units = new Map([
  unit('01', 'city', 'Hà Nội'),
  unit('00004', 'commune', 'Ba Đình'),
  unit('00008', 'commune', 'Ngọc Hà'),
]);
const area = (name: string, ...codes: string[]): NoticeCell['areas'][number] => ({
  name,
  polygons: [],
  circles: [],
  geocodes: codes.map((value) => ({ name: 'unit', value })),
});

test('units that a warning names by code are named in the reader’s language, and counted once', () => {
  expect(warnedArea({ areas: [area('Ba Đình và nơi khác', '00004', '00004', '99999')] }, units, 'en')).toEqual({
    names: ['Ba Đình (en)'],
    communes: 1,
    isWholeCity: false,
  });
});

test('a warning of all communes is one of the whole city', () => {
  expect(warnedArea({ areas: [area('', '00004'), area('', '00008')] }, units, 'vi').isWholeCity).toBe(true);
});

test('without a known code the sender’s words say where, and how many communes it is nobody knows', () => {
  expect(warnedArea({ areas: [area('Vùng bãi sông Hồng', 'X'), area('')] }, units, 'vi')).toEqual({
    names: ['Vùng bãi sông Hồng'],
    communes: 0,
    isWholeCity: false,
  });
});
