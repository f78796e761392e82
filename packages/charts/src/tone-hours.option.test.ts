import { expect, test } from 'vitest';

import { palettes } from './palette.ts';
import { toneHoursOption, type ToneBucket } from './tone-hours.option.ts';

const look = {
  language: 'vi',
  palette: palettes.dark,
  fontFamily: 'sans-serif',
  unit: 1,
  zone: 'Asia/Ho_Chi_Minh',
} as const;
const buckets: ToneBucket[] = [
  { startMs: 0, counts: { negative: 2, neutral: 3, positive: 1, unrated: 4 } },
  { startMs: 3_600_000, counts: null },
];

function seriesOf(name: string): { readonly data: readonly unknown[]; readonly itemStyle: { readonly color: string } } {
  const { series } = toneHoursOption(buckets, look);
  const found = (series as unknown as { name: string; data: unknown[]; itemStyle: { color: string } }[]).find(
    (one) => one.name === name,
  );
  if (found === undefined) throw new RangeError(`no series ${name}`);
  return found;
}

test('an hour is its tones one on the other, and one that is not known is a gap', () => {
  expect(seriesOf('negative').data).toEqual([2, '-']);
  expect(seriesOf('unrated').data).toEqual([4, '-']);
});

test('only what complains has a colour', () => {
  expect(seriesOf('negative').itemStyle.color).toBe(palettes.dark.gold);
  expect(seriesOf('positive').itemStyle.color).toBe(palettes.dark.ink2);
});
