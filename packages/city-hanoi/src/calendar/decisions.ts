import type { DaySwap, HolidayDecision } from '@flagtower/domain';

const notice2024 =
  'Tết and National Day 2024: notice of the Ministry of Labour, Invalids and Social Affairs; sucsongtre.vn, btv.org.vn';
const notice2025 =
  'Tết and swapped days 2025: Government Office letter 8726/VPCP-KGVX of 26 November 2024, notice 6150/TB-BLĐTBXH; pld.net.vn, kntb.vn';

/**
 * Which days a choice of the law fell on, as far as a public source that we have read says so; every other year is
 * computed and says so. Days that only make up for a weekend are not listed: the law names them.
 */
export const decisions: readonly HolidayDecision[] = [
  tet(2018, '02-14', '02-18', 'Tết 2018: seven days off, of them two before the new year; Báo Ninh Bình'),
  tet(2019, '02-04', '02-08', 'Tết 2019: off from 2 to 10 February, weekends told to it; docnhanh.vn, 4 December 2018'),
  tet(
    2020,
    '01-23',
    '01-27',
    'Tết 2020: off from 23 to 29 January, the last two made up; Đắk Lắk Department of Industry and Trade, 7 January 2020',
  ),
  tet(2023, '01-20', '01-24', 'Tết 2023: off from 20 to 26 January, the last two made up; pld.net.vn'),
  nationalDay(2023, '09-01', '09-02', 'National Day 2023: off from 1 to 4 September, the last made up; moiday.com'),
  tet(2024, '02-08', '02-12', notice2024),
  nationalDay(2024, '09-02', '09-03', notice2024),
  tet(2025, '01-27', '01-31', notice2025),
  nationalDay(
    2025,
    '09-01',
    '09-02',
    'National Day 2025: off from 30 August to 2 September, two of them for the holiday; Ministry of Home Affairs as told by duonews.today, 5 August 2025',
  ),
  tet(2026, '02-16', '02-20', 'Tết 2026: the five days from 16 to 20 February; Vietnam News Agency, 17 October 2025'),
];

function tet(year: number, first: string, last: string, source: string): HolidayDecision {
  return decided('tet', { year, first, last, source });
}

function nationalDay(year: number, first: string, last: string, source: string): HolidayDecision {
  return decided('national-day', { year, first, last, source });
}

function decided(
  holiday: string,
  { year, first, last, source }: { year: number; first: string; last: string; source: string },
): HolidayDecision {
  return { holiday, year, first: `${String(year)}-${first}`, last: `${String(year)}-${last}`, source };
}

/** Working days that offices took off and made up for on a Saturday. */
export const swaps: readonly DaySwap[] = [
  {
    off: '2018-12-31',
    work: '2019-01-05',
    source: 'Swap of 31 December 2018 and 5 January 2019; docnhanh.vn, 4 December 2018',
  },
  {
    off: '2019-04-29',
    work: '2019-05-04',
    source: 'Swap of 29 April and 4 May 2019: notice 3238/TB-LĐTBXH; luatvietnam.vn',
  },
  {
    off: '2024-04-29',
    work: '2024-05-04',
    source: 'Swap of 29 April and 4 May 2024: Government Office letter 2450/VPCP-KGVX of 12 April 2024; baotintuc.vn',
  },
  { off: '2025-05-02', work: '2025-04-26', source: notice2025 },
  {
    off: '2026-01-02',
    work: '2026-01-10',
    source: 'Swap of 2 and 10 January 2026: Government Office letter 12729/VPCP-KGVX of 25 December 2025',
  },
];
