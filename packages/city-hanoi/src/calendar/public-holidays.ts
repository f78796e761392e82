import type { HolidayRule } from '@flagtower/domain';

/** The first full year of the Labour Code of 2012, which was in force from 1 May 2013. */
export const firstYear = 2014;

/**
 * Which days are off by law. At Tết the law gives five days, and since 2021 at National Day one day beside it; which ones is
 * decided each year. Where no decision is known to us, two before and three from the new year on, and the day after National Day.
 */
export const holidayRules: readonly HolidayRule[] = [
  always('new-year', { calendar: 'solar', month: 1, day: 1 }),
  {
    ...always('tet', { calendar: 'lunar', month: 1, day: 1 }),
    daysBefore: 2,
    daysFrom: 3,
    choice: true,
  },
  always('hung-kings', { calendar: 'lunar', month: 3, day: 10 }),
  always('reunification', { calendar: 'solar', month: 4, day: 30 }),
  always('labour-day', { calendar: 'solar', month: 5, day: 1 }),
  { ...always('national-day', { calendar: 'solar', month: 9, day: 2 }), lastYear: 2020 },
  {
    ...always('national-day', { calendar: 'solar', month: 9, day: 2 }),
    daysFrom: 2,
    choice: true,
    firstYear: 2021,
  },
];

function always(id: string, feast: HolidayRule['feast']): HolidayRule {
  return { id, feast, daysBefore: 0, daysFrom: 1, choice: false, firstYear, lastYear: null };
}

const code2012 = {
  vi: 'Điều 115 Bộ luật Lao động số 10/2012/QH13',
  en: 'Labour Code 10/2012/QH13, Art. 115',
};
const code2019 = {
  vi: 'Điều 112 Bộ luật Lao động số 45/2019/QH14',
  en: 'Labour Code 45/2019/QH14, Art. 112',
};
const bothCodes = { vi: `${code2012.vi}, từ năm 2021 ${code2019.vi}`, en: `${code2012.en}, since 2021 ${code2019.en}` };

export const holidays = [
  { id: 'new-year', names: { vi: 'Tết Dương lịch', en: 'New Year' }, basis: bothCodes },
  {
    id: 'tet',
    names: { vi: 'Tết Âm lịch', en: 'Lunar New Year (Tết)' },
    basis: { vi: `${bothCodes.vi}: năm ngày`, en: `${bothCodes.en}: five days` },
  },
  { id: 'hung-kings', names: { vi: 'Giỗ Tổ Hùng Vương', en: 'Hùng Kings’ Commemoration' }, basis: bothCodes },
  { id: 'reunification', names: { vi: 'Ngày Chiến thắng', en: 'Victory Day' }, basis: bothCodes },
  { id: 'labour-day', names: { vi: 'Quốc tế Lao động', en: 'Labour Day' }, basis: bothCodes },
  {
    id: 'national-day',
    names: { vi: 'Quốc khánh', en: 'National Day' },
    basis: {
      vi: `${code2012.vi}: một ngày; từ năm 2021 ${code2019.vi}: thêm một ngày liền trước hoặc sau`,
      en: `${code2012.en}: one day; since 2021 ${code2019.en}: and one day before or after it`,
    },
  },
  {
    id: 'swap',
    names: { vi: 'Hoán đổi ngày làm việc', en: 'Swapped working day' },
    basis: { vi: 'Quyết định của từng năm', en: 'Decision of the year' },
  },
];
