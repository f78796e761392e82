import type { UnitInput } from './city-input.ts';
import { communeRows } from './communes-2025.ts';
import { districtRows } from './districts-2019.ts';

/** Code of the city in the list of the General Statistics Office. */
export const cityCode = '01';

const communeTypes = {
  ward: { vi: 'phường', en: 'ward' },
  commune: { vi: 'xã', en: 'commune' },
};
const districtTypes = {
  quận: { vi: 'quận', en: 'urban district' },
  huyện: { vi: 'huyện', en: 'rural district' },
  'thị xã': { vi: 'thị xã', en: 'town' },
};

/** The English name is the Vietnamese one without its marks: `Ba Đình` → `Ba Dinh`. */
function withoutMarks(name: string): string {
  return name.replaceAll('Đ', 'D').replaceAll('đ', 'd').normalize('NFD').replaceAll(/\p{M}/gu, '');
}

const communes: UnitInput[] = communeRows.map(([code, kind, name, longitude, latitude, areaKm2, population]) => ({
  code,
  level: 'commune',
  type: communeTypes[kind],
  names: { vi: name, en: withoutMarks(name) },
  parent: cityCode,
  validFrom: '2025-07-01',
  validTo: null,
  point: [longitude, latitude],
  areaKm2,
  population,
}));

const districts: UnitInput[] = districtRows.map(([code, kind, name]) => ({
  code,
  level: 'district',
  type: districtTypes[kind],
  names: { vi: name, en: withoutMarks(name) },
  parent: cityCode,
  validFrom: '2013-12-27',
  validTo: '2025-06-30',
  point: null,
  areaKm2: null,
  population: null,
}));

/** The sums of the communes: square kilometres are rounded to the list's two decimals. */
const city: UnitInput = {
  code: cityCode,
  level: 'city',
  type: { vi: 'thành phố', en: 'city' },
  names: { vi: 'Hà Nội', en: 'Hanoi' },
  parent: null,
  // Resolution 15/2008/QH12: the borders of today.
  validFrom: '2008-08-01',
  validTo: null,
  point: null,
  areaKm2: Math.round(communes.reduce((sum, unit) => sum + (unit.areaKm2 ?? 0), 0) * 100) / 100,
  population: communes.reduce((sum, unit) => sum + (unit.population ?? 0), 0),
};

/** City, the districts until 30 June 2025, the communes since 1 July 2025. */
export const units: UnitInput[] = [city, ...districts, ...communes];
