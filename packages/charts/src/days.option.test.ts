import { expect, test } from 'vitest';

import type { ChartLook } from './chart-look.ts';
import { daysMean, daysOption, type DayBucket } from './days.option.ts';
import { palettes } from './palette.ts';

const zone = 'Asia/Ho_Chi_Minh';
const look: ChartLook = { language: 'vi', palette: palettes.dark, fontFamily: 'sans-serif', unit: 2, zone };
const DAY_MS = 86_400_000;
/** A Monday in Hanoi. */
const monday = Date.parse('2026-08-30T17:00:00.000Z');
const buckets: DayBucket[] = Array.from({ length: 30 }, (_, index) => ({
  startMs: monday + index * DAY_MS,
  value: index === 20 ? null : index % 7 > 4 || index === 2 ? 10 : 1000,
  partial: index === 29,
  isWorking: index % 7 < 5 && index !== 2,
}));

test('neither weekends nor a holiday pull the mean down', () => {
  expect(daysMean(buckets)[28]).toBe(1000);
});

test('the mean begins once there are enough working days, and the running day has none', () => {
  const mean = daysMean(buckets);

  expect(mean.slice(0, 7)).toEqual(Array.from({ length: 7 }, () => null));
  expect(mean[7]).toBe(1000);
  expect(mean[29]).toBeNull();
});

test('a day that is not known is a gap in the bars', () => {
  const [bars] = daysOption(buckets, look).series as { data: unknown[] }[];

  expect(bars?.data[20]).toBe('-');
});

test('the newest mean is written at the right edge in the language of the reader', () => {
  const [, line] = daysOption(buckets, look).series as { endLabel?: { formatter: string } }[];

  expect(line?.endLabel?.formatter).toBe('1.000');
});
