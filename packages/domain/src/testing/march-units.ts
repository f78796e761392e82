import { citySchema, type City, type Unit } from '@flagtower/contracts';

/** Code, first and last day, parent. Days of March 2026; `null`: before, or still valid. */
type Row = readonly [code: string, from: number | null, to: number | null, parent: string];

/*
 * A city whose units change twice while the histories of the tests run. On the 4th, 00004 goes into 00007, and 00160 is
 * split in two within its district. On the 6th the districts end: the two halves of 00160 are joined again under the code
 * of another, 00007 is split, and 00008 is born of parts of two.
 */
const rows: readonly Row[] = [
  ['1', null, 5, '0'],
  ['2', null, 5, '0'],
  ['00004', null, 3, '1'],
  ['00007', null, 3, '1'],
  ['00160', null, 3, '2'],
  ['00009', null, 5, '2'],
  ['00007', 4, 5, '1'],
  ['00160', 4, 5, '2'],
  ['00161', 4, 5, '2'],
  ['00004', 6, null, '0'],
  ['00160', 6, null, '0'],
  ['00008', 6, null, '0'],
];

const first = '2020-01-01';

function dayOf(day: number | null): string {
  return day === null ? first : `2026-03-0${String(day)}`;
}

function succession(from: string, since: number | null, to: string, day: number, extent: 'whole' | 'part'): object {
  return {
    from: { code: from, validFrom: dayOf(since) },
    to: { code: to, validFrom: dayOf(day) },
    day: dayOf(day),
    extent,
  };
}

const unmeasured = { point: null, areaKm2: null, population: null };
const names = { vi: 'Đơn vị', en: 'Unit' };
const units = [
  { code: '0', level: 'city', type: names, names, parent: null, validFrom: first, validTo: null, ...unmeasured },
  ...rows.map(([code, from, to, parent]) => ({
    code,
    level: code.length === 1 ? ('district' as const) : ('commune' as const),
    type: names,
    names,
    parent,
    validFrom: dayOf(from),
    validTo: to === null ? null : dayOf(to),
    ...unmeasured,
  })),
];

const successions = [
  succession('00004', null, '00007', 4, 'whole'),
  succession('00007', null, '00007', 4, 'whole'),
  succession('00160', null, '00160', 4, 'part'),
  succession('00160', null, '00161', 4, 'part'),
  succession('00160', 4, '00004', 6, 'whole'),
  succession('00161', 4, '00004', 6, 'whole'),
  succession('00007', 4, '00160', 6, 'part'),
  succession('00007', 4, '00008', 6, 'part'),
  // One single part: where the rest of it went nobody told.
  succession('00009', null, '00008', 6, 'part'),
];

export const marchUnits: Pick<City, 'root' | 'successions' | 'units' | 'zone'> = citySchema
  .pick({ root: true, successions: true, units: true, zone: true })
  .parse({ root: '0', zone: 'Asia/Ho_Chi_Minh', units, successions });

/** Every code that the tests tell, and one that the city does not know. */
export const marchCodes: readonly Unit['code'][] = ['00004', '00007', '00160', '00008', '00009', '99999'];
