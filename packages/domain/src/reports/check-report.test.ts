import { reportDraftSchema, type City } from '@flagtower/contracts';
import { expect, test } from 'vitest';

import { checkReport } from './check-report.ts';

const names = { vi: 'x', en: 'x' };
const life = (code: string, validFrom: string, validTo: string | null) => ({
  code,
  level: 'district',
  type: names,
  names,
  parent: null,
  validFrom,
  validTo,
  point: null,
  areaKm2: null,
  population: null,
});
const city = {
  kpis: [
    {
      id: 'report.share',
      unitOfMeasure: '1',
      formula: { kind: 'stated', indicator: 'share', cadence: 'month', counted: null },
    },
    {
      id: 'report.kiosks',
      unitOfMeasure: '{kiosk}',
      formula: { kind: 'stated', indicator: 'kiosks', cadence: 'year', counted: null },
    },
  ],
  units: [life('001', '2013-12-27', '2025-06-30'), life('01', '2008-08-01', null)],
} as unknown as Pick<City, 'kpis' | 'units'>;
const today = '2026-11-24';

function issues(change: object): string[] {
  const draft = reportDraftSchema.parse({
    indicator: 'share',
    unit: '01',
    period: { from: '2026-10-01', to: '2026-10-31' },
    value: 0.5,
    statedBy: 'a register',
    ...change,
  });
  return checkReport(city, draft, today).map(({ field, reason }) => `${field}: ${reason}`);
}

test('a sound figure has no issue, and neither has one that is stated to be unknown', () => {
  expect(issues({})).toEqual([]);
  expect(issues({ value: null })).toEqual([]);
  expect(issues({ value: 0 })).toEqual([]);
});

test('what the city does not know is named', () => {
  expect(issues({ indicator: 'none', unit: '99' })).toEqual(['indicator: unknown-indicator', 'unit: unknown-unit']);
});

test('a unit must have lived in the period', () => {
  expect(issues({ unit: '001' })).toEqual(['unit: unit-not-of-period']);
  expect(issues({ unit: '001', period: { from: '2025-06-30', to: '2025-07-01' } })).toEqual([]);
});

test('a period ends after it begins, before today, and is as long as the indicator’s at the most', () => {
  expect(issues({ period: { from: '2026-10-02', to: '2026-10-01' } })).toEqual(['to: period-backwards']);
  expect(issues({ period: { from: today, to: today } })).toEqual(['to: period-not-ended']);
  expect(issues({ period: { from: '2026-11-23', to: '2026-11-23' } })).toEqual([]);
  expect(issues({ period: { from: '2026-09-01', to: '2026-10-31' } })).toEqual(['from: period-of-another-cadence']);
  expect(issues({ indicator: 'kiosks', value: 4, period: { from: '2024-01-01', to: '2024-12-31' } })).toEqual([]);
});

test('a share lies in [0, 1], and nothing is below zero', () => {
  expect(issues({ value: 1.01 })).toEqual(['value: share-outside']);
  expect(issues({ value: -0.1 })).toEqual(['value: negative']);
  expect(issues({ indicator: 'kiosks', value: 1.5 })).toEqual([]);
});
