import type { KpiCell, KpiDefinition } from '@flagtower/contracts';
import { feedIdSchema, freshnessSchema, kpiIdSchema } from '@flagtower/contracts';
import { expect, test } from 'vitest';

import type { Cell } from '../cells/cell.ts';
import { shownCell } from './shown-cell.ts';

const freshness = freshnessSchema.parse({
  state: 'live',
  observedAt: '2026-11-24T03:00:00.000Z',
  lateAt: null,
  staleAt: null,
  lostAfter: null,
  cadenceSeconds: null,
});

function told(values: Readonly<Record<string, number | null>>): (kpi: string, period: string) => Cell<KpiCell> {
  return (kpi, period) => {
    const value = values[period];
    if (value === undefined) return { kind: 'absent' };
    return {
      kind: 'known',
      value: {
        kpi,
        period: 'today',
        from: null,
        to: null,
        value,
        numerator: null,
        denominator: null,
        unitOfMeasure: '1',
        freshness,
        coverage: null,
        target: null,
        source: [],
        usual: null,
      },
    };
  };
}

const id = kpiIdSchema.parse('calls.received');
const median: KpiDefinition['formula'] = { kind: 'handling-time', statistic: 'median' };
const latest: KpiDefinition['formula'] = {
  kind: 'observation',
  feed: feedIdSchema.parse('bus'),
  metric: 'position',
  statistic: 'latest-mean',
};

test('what stands now is shown before what was of today', () => {
  expect(shownCell({ id, formula: latest }, { cell: told({ now: 21, today: 19 }) }).period).toBe('now');
});

test('a figure without a value today is shown for the month, and says so', () => {
  expect(shownCell({ id, formula: median }, { cell: told({ today: null, month: 7 }) }).period).toBe('month');
});

test('a figure of which nothing came is absent, not zero', () => {
  expect(shownCell({ id, formula: median }, { cell: told({}) }).cell).toEqual({ kind: 'absent' });
});
