import { freshnessSchema, type FeedId, type KpiValue } from '@flagtower/contracts';
import { expect, test } from 'vitest';

import { chartScale, trendBuckets, trendGrain, trendPoints } from './kpi-trend.ts';

const zone = 'Asia/Ho_Chi_Minh';
const nowMs = Date.parse('2026-11-24T03:42:07.000Z');
const freshness = freshnessSchema.parse({
  state: 'none',
  observedAt: null,
  lateAt: null,
  staleAt: null,
  lostAfter: null,
  cadenceSeconds: null,
});

function told(by: string, values: Readonly<Record<string, number | null>>): { values: KpiValue[] } {
  return {
    values: Object.entries(values).map(([name, value]) => ({
      key: { [by]: name },
      value,
      numerator: null,
      denominator: null,
      unitOfMeasure: '1',
      freshness,
      coverage: null,
      target: null,
      source: [],
    })),
  };
}

test('days are those of the ledger’s zone, the running one last', () => {
  const late = Date.parse('2026-11-24T17:30:00.000Z');

  expect(trendBuckets('day', 2, { nowMs: late, zone }).map(({ name }) => name)).toEqual(['2026-11-24', '2026-11-25']);
});

test('an hour of which nothing was told is a gap', () => {
  const buckets = trendBuckets('hour', 3, { nowMs, zone });

  const points = trendPoints(told('hour', { '2026-11-24T01:00:00.000Z': 4 }), 'hour', buckets, false);

  expect(points.map(({ value }) => value)).toEqual([4, null, null]);
  expect(points.map(({ partial }) => partial)).toEqual([false, false, true]);
});

test('a flow has none in a day without entries, but nothing is known before its first', () => {
  const buckets = trendBuckets('day', 3, { nowMs, zone });

  const points = trendPoints(told('day', { '2026-11-23': 7 }), 'day', buckets, true);

  expect(points.map(({ value }) => value)).toEqual([null, 7, 0]);
});

test('times share the greatest unit that the longest of them fills', () => {
  const points = [{ start: '2026-11-24T00:00:00Z', value: 10_800_000, partial: false }];

  expect(chartScale('ms', points, 'vi')).toEqual({ divisor: 3_600_000, unit: 'giờ', digits: 1 });
  expect(chartScale('s', [{ start: '', value: -90, partial: false }], 'en')).toMatchObject({ divisor: 1, unit: 's' });
});

test('a backlog has no course, a reading has one by the hour', () => {
  expect(trendGrain({ kind: 'backlog-days', days: 28 })).toBeNull();
  expect(trendGrain({ kind: 'notices' })).toBe('hour');
  const weekly = {
    kind: 'observation',
    feed: 'surveillance' as FeedId,
    metric: 'cases',
    statistic: 'latest-sum',
  } as const;
  expect([trendGrain(weekly), trendGrain({ ...weekly, latestHours: 192 })]).toEqual(['hour', 'day']);
});
