import { kpiCellSchema, type KpiCell } from '@flagtower/contracts';
import { expect, test } from 'vitest';

import type { KpiCells } from '../cells/use-cells.ts';
import { index766 } from './index-766.ts';

function kpisOf(values: Readonly<Record<string, Partial<KpiCell>>>): Pick<KpiCells, 'cell'> {
  return {
    cell: (kpi, period) => {
      const given = values[`${kpi}|${period}`];
      if (given === undefined) return { kind: 'absent' };
      const freshness = {
        state: 'live',
        observedAt: null,
        lateAt: null,
        staleAt: null,
        lostAfter: null,
        cadenceSeconds: 60,
      };
      const value = kpiCellSchema.parse({
        kpi,
        period,
        from: null,
        to: null,
        value: null,
        numerator: null,
        denominator: null,
        unitOfMeasure: '1',
        freshness,
        coverage: null,
        target: null,
        source: [],
        usual: null,
        ...given,
      });
      return { kind: 'known', value };
    },
  };
}

const parts = {
  'dossiers.on-time-rate.handled|all': { value: 0.9, numerator: 90, denominator: 100 },
  'dossiers.open|now': { value: 60 },
  'dossiers.overdue|now': { value: 20 },
  'dossiers.open-no-due|now': { value: 10 },
};

test('open dossiers within their due moment count as on time, those past it as late, those without one not at all', () => {
  const index = index766(kpisOf(parts));

  expect(index?.numerator).toBe(90 + 50 - 20);
  expect(index?.denominator).toBe(100 + 50);
  expect(index?.value).toBeCloseTo(0.8, 10);
});

test('while one part is not known, the index is not known either', () => {
  for (const part of Object.keys(parts)) {
    const { [part]: _left, ...others } = parts as Readonly<Record<string, Partial<KpiCell>>>;
    expect(index766(kpisOf(others))).toBeNull();
  }
});
