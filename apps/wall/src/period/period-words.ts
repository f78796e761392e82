import type { Language } from '@flagtower/charts';

import type { ReportPeriodName } from './period-search.ts';
import type { PeriodNames } from './report-period.ts';

interface PeriodWords {
  readonly controls: string;
  readonly unit: string;
  readonly noSuchUnit: (code: string) => string;
  readonly toCity: string;
  readonly geography: string;
  readonly geographyOfPeriod: string;
  readonly geographyToday: string;
  readonly geographyOf: (day: string) => string;
  readonly period: string;
  readonly kinds: Readonly<Record<ReportPeriodName, string>>;
  readonly before: string;
  readonly after: string;
  readonly from: string;
  readonly to: string;
  readonly incomplete: string;
  readonly names: PeriodNames;
  readonly until: (moment: string, seq: string) => string;
  /** A link that shows the same figures tomorrow. */
  readonly keep: string;
  readonly kept: string;
  readonly goOn: string;
  readonly waiting: string;
  readonly failed: string;
}

export const periodWords: Readonly<Record<Language, PeriodWords>> = {
  vi: {
    controls: 'Đơn vị và kỳ báo cáo',
    unit: 'Đơn vị',
    noSuchUnit: (code) => `Vào thời điểm đó không có đơn vị nào mang mã ${code}.`,
    toCity: 'Chọn lại từ toàn thành phố',
    geography: 'Đơn vị hành chính',
    geographyOfPeriod: 'vào ngày cuối kỳ',
    geographyToday: 'như hiện nay',
    geographyOf: (day) => `vào ngày ${day}`,
    period: 'Kỳ báo cáo',
    kinds: { month: 'Tháng', quarter: 'Quý', half: '6 tháng', year: 'Năm', custom: 'Tùy chọn' },
    before: 'Kỳ trước',
    after: 'Kỳ sau',
    from: 'Từ ngày',
    to: 'Đến ngày',
    incomplete: 'Chọn ngày đầu và ngày cuối của kỳ; ngày cuối không sớm hơn ngày đầu.',
    names: {
      month: (month, year) => `Tháng ${month}/${year}`,
      quarter: (roman, year) => `Quý ${roman}/${year}`,
      halves: [(year) => `6 tháng đầu năm ${year}`, (year) => `6 tháng cuối năm ${year}`],
      year: (year) => `Năm ${year}`,
      custom: (from, to) => `Từ ${from} đến ${to}`,
    },
    until: (moment, seq) => `Số liệu đến ${moment}, bút toán ${seq}`,
    keep: 'Giữ nguyên số liệu này',
    kept: 'Số liệu được giữ nguyên như đã xem',
    goOn: 'Xem số liệu mới nhất',
    waiting: 'Đang lấy số liệu…',
    failed: 'Không lấy được số liệu',
  },
  en: {
    controls: 'Unit and period',
    unit: 'Unit',
    noSuchUnit: (code) => `There was no unit ${code} on the day that the units are of.`,
    toCity: 'Choose again from the whole city',
    geography: 'Units',
    geographyOfPeriod: 'as at the period’s end',
    geographyToday: 'as today',
    geographyOf: (day) => `as on ${day}`,
    period: 'Period',
    kinds: { month: 'Month', quarter: 'Quarter', half: 'Half-year', year: 'Year', custom: 'Custom' },
    before: 'Period before',
    after: 'Period after',
    from: 'From',
    to: 'To',
    incomplete: 'Choose the first and the last day; the last one is not before the first.',
    names: {
      month: (month, year) => `Month ${month}/${year}`,
      quarter: (roman, year) => `Quarter ${roman}/${year}`,
      halves: [(year) => `First half of ${year}`, (year) => `Second half of ${year}`],
      year: (year) => `Year ${year}`,
      custom: (from, to) => `${from} to ${to}`,
    },
    until: (moment, seq) => `Data until ${moment}, entry ${seq}`,
    keep: 'Keep these figures',
    kept: 'These figures stay as they were seen',
    goOn: 'Show the newest figures',
    waiting: 'Fetching figures…',
    failed: 'The figures could not be fetched',
  },
};
