import type { CityInput } from '../city-input.ts';
import { cityCode } from '../units/units.ts';

type ReportInput = NonNullable<CityInput['reports']>[number];

interface Results {
  /** First and last day of the month that was scored. */
  month: readonly [string, string];
  statedBy: string;
  points: Readonly<Record<string, number>>;
  /** Among the 63 provinces and cities of then. */
  rank: number;
}

/** What the press told of Hanoi’s results on the national portal. They may have changed there since: each says when it was read. */
const results: Results[] = [
  { month: ['2024-07-01', '2024-07-31'], statedBy: 'Hanoi Times, 08/2024', points: { total: 58.86 }, rank: 58 },
  {
    month: ['2024-10-01', '2024-10-31'],
    statedBy: 'Lao Động, 12/2024 (số liệu lúc 11:00 ngày 10/12/2024, có thể thay đổi)',
    points: { total: 61.18 },
    rank: 60,
  },
  {
    month: ['2024-11-01', '2024-11-30'],
    statedBy: 'Lao Động, 12/2024 (số liệu lúc 11:00 ngày 10/12/2024, có thể thay đổi)',
    points: { total: 58.69 },
    rank: 62,
  },
  {
    month: ['2025-03-01', '2025-03-31'],
    statedBy: 'Lao Động, 04/2025',
    points: { total: 58.3, transparency: 8.3, progress: 15.2, services: 3.1, payment: 4.7, satisfaction: 16.9 },
    rank: 60,
  },
];

const derived: ReportInput = reportOf(['2025-03-01', '2025-03-31'], {
  indicator: 'digitisation',
  value: 10.1,
  unitOfMeasure: '{point}',
  statedBy: 'Lao Động, 04/2025 (tính ra: tổng 58,3 trừ các nhóm khác)',
});

function reportOf(
  [from, to]: readonly [string, string],
  figure: Pick<ReportInput, 'indicator' | 'value' | 'unitOfMeasure' | 'statedBy'>,
): ReportInput {
  const indicator = `index766.${figure.indicator}`;
  return {
    ...figure,
    kind: 'report',
    recordId: `index766/${from}/${indicator}`,
    occurredAt: `${to}T16:59:59.999Z`,
    indicator,
    unit: cityCode,
    period: { from, to },
  };
}

export const statedResults: ReportInput[] = [
  ...results.flatMap(({ month, statedBy, points, rank }) => [
    ...Object.entries(points).map(([indicator, value]) =>
      reportOf(month, { indicator, value, unitOfMeasure: '{point}', statedBy }),
    ),
    reportOf(month, { indicator: 'rank', value: rank, unitOfMeasure: '{rank}', statedBy }),
  ]),
  derived,
];
