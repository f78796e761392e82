import type { Target } from '@flagtower/contracts';
import { expect, test } from 'vitest';

import { targetInForce, targetsOn } from './target-in-force.ts';

const target = (value: number, validFrom: string | null, by: string) =>
  ({ kpi: 'share', unit: '01', value, validFrom, by }) as Target & { readonly value: number };
const targets = [target(0.8, '2019-01-01', '2019-12-31'), target(0.6, '2025-07-01', '2025-07-30')];
const ask = (day: string, unit = '01') => targetInForce(targets, { kpi: 'share', unit, day })?.value ?? null;

test('a figure is held to what had been set by then, the last of it', () => {
  expect([ask('2018-12-31'), ask('2019-03-01'), ask('2025-06-30'), ask('2025-07-01')]).toEqual([null, 0.8, 0.8, 0.6]);
  expect(ask('2026-01-01', '001')).toBeNull();
});

test('one without a first day has always stood', () => {
  expect(targetsOn([target(1, null, '2030-01-01')], '1990-01-01')).toHaveLength(1);
});
