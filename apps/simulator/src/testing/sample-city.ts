import { cityViewSchema, type CityView } from '@flagtower/contracts';

/** For tests: an invented city of `units` communes on a grid, as big as Hanoi together when there are 126 of them. */
export function sampleCity(units = 126): CityView {
  return cityViewSchema.parse({
    id: 'sampleton',
    names: { vi: 'Thành phố mẫu', en: 'Sampleton' },
    zone: 'Asia/Ho_Chi_Minh',
    calendar: {
      version: 1,
      from: '2013-01-01',
      to: '2030-12-31',
      weekend: [6, 7],
      daysOff: [],
      workDays: [],
      decidedYears: [],
      holidays: [],
      sources: [],
    },
    root: '99',
    units: [
      unit('99', 'city', null, null, 8_811_000, 3360),
      unit('900', 'district', '99', null, null, null, '2013-01-01', '2025-06-30'),
      ...Array.from({ length: units }, (_, index) => {
        const column = index % 12;
        const row = Math.floor(index / 12);
        const point = [105.5 + column * 0.04, 20.85 + row * 0.035];
        return unit(String(10_000 + index), 'commune', '99', point, 30_000 + ((index * 7919) % 80_000), 26.7);
      }),
    ],
    geography: '2026-03-01',
    unitChanges: [],
    centers: [],
    procedures: [
      ...procedures('chung-thuc', 6),
      ...procedures('ho-tich', 8),
      ...procedures('lao-dong-xa-hoi', 4),
      ...procedures('kinh-doanh', 3),
      ...procedures('dat-dai', 4),
      ...procedures('xay-dung', 3),
      ...procedures('cu-tru', 3),
      ...procedures('van-hoa-giao-duc', 2),
    ],
    kpis: [],
    targets: [],
    map: {
      center: [105.72, 21],
      zoom: 9,
      core: [
        [105.6, 20.92],
        [105.84, 21.1],
      ],
    },
    credits: ['Invented for tests'],
  });
}

// oxlint-disable-next-line eslint/max-params -- a row of a table
function unit(
  code: string,
  level: string,
  parent: string | null,
  point: readonly number[] | null,
  population: number | null,
  areaKm2: number | null,
  validFrom = '2025-07-01',
  validTo: string | null = null,
): object {
  const names = { vi: `Đơn vị ${code}`, en: `Unit ${code}` };
  return { code, level, type: names, names, parent, validFrom, validTo, point, areaKm2, population };
}

function procedures(group: string, count: number): object[] {
  return Array.from({ length: count }, (_, index) => {
    const code = `${group}-${index + 1}`;
    return { code, names: { vi: code, en: code }, group, groupNames: { vi: group, en: group } };
  });
}
