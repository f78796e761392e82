import type { UnitInput } from '../city-input.ts';
import { communes, firstDay } from './commune-lives.ts';
import { departments } from './departments.ts';
import { districtRows } from './districts-2019.ts';
import { withoutMarks } from './without-marks.ts';

/** Code of the city in the list of the General Statistics Office. */
export const cityCode = '01';

const districtTypes = {
  quận: { vi: 'quận', en: 'urban district' },
  huyện: { vi: 'huyện', en: 'rural district' },
  'thị xã': { vi: 'thị xã', en: 'town' },
};

const districts: UnitInput[] = districtRows.map(([code, kind, name]) => ({
  code,
  level: 'district',
  type: districtTypes[kind],
  names: { vi: name, en: withoutMarks(name) },
  parent: cityCode,
  validFrom: firstDay,
  validTo: '2025-06-30',
  point: null,
  areaKm2: null,
  population: null,
}));

const today = communes.filter(({ validTo }) => validTo === null);

/** The sums of today's communes: square kilometres are rounded to the list's two decimals. */
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
  areaKm2: Math.round(today.reduce((sum, unit) => sum + (unit.areaKm2 ?? 0), 0) * 100) / 100,
  population: today.reduce((sum, unit) => sum + (unit.population ?? 0), 0),
};

/** City, its departments since 2019, the districts until 30 June 2025, every commune since December 2013. */
export const units: UnitInput[] = [city, ...departments, ...districts, ...communes];
