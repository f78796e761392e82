import { statedSchema } from '@flagtower/contracts';
import { expect, test } from 'vitest';

import { statedValues } from './stated-values.ts';

const stated = (unit: string, to: string, value: number | null) =>
  statedSchema.parse({
    indicator: 'kiosk.installed',
    unit,
    period: { from: to, to },
    value,
    bound: null,
    unitOfMeasure: '1',
    statedBy: 'a register',
    version: 0,
    author: null,
    approver: null,
    seq: null,
    recordedAt: null,
  });
const reading = {
  told: [stated('01', '2018-12-31', 0.4), stated('01', '2019-03-31', 0.9), stated('001', '2018-12-31', null)],
  formula: { kind: 'stated', indicator: 'kiosk.installed', cadence: 'quarter', counted: null } as const,
  unit: '01',
  units: null,
  zone: 'Asia/Ho_Chi_Minh',
};
const ask = (at: string, by: 'unit' | 'channel' | null = null, unit = '01') =>
  statedValues({ ...reading, unit, query: { kpi: 'report.kiosk.installed' as never, by }, at: Date.parse(at) });

test('a value is the unit’s own statement with its period and freshness at the moment asked for', () => {
  const [value] = ask('2019-02-01T00:00:00Z');

  expect(value).toMatchObject({ value: 0.4, source: ['city-profile'], freshness: { state: 'live' } });
  expect(value?.stated?.period.to).toBe('2018-12-31');
});

test('a statement ages by its cadence: late after a quarter, lost after ten', () => {
  const states = ['2019-06-30', '2019-07-03', '2019-10-03', '2022-01-01'].map(
    (day) => ask(`${day}T00:00:00Z`)[0]?.freshness.state,
  );

  expect(states).toEqual(['live', 'late', 'stale', 'lost']);
});

test('nothing stated is unknown, and so is a statement without a number', () => {
  expect(ask('2018-01-01T00:00:00Z')[0]).toMatchObject({ value: null, source: [], freshness: { state: 'none' } });
  expect(ask('2019-02-01T00:00:00Z', null, '001')[0]).toMatchObject({ value: null, stated: { unit: '001' } });
});

test('by unit it lists who stated something, and by anything else it refuses', () => {
  expect(ask('2019-02-01T00:00:00Z', 'unit').map(({ key, value }) => [key['unit'], value])).toEqual([
    ['001', null],
    ['01', 0.4],
  ]);
  expect(() => ask('2019-02-01T00:00:00Z', 'channel')).toThrow(expect.objectContaining({ code: 'BAD_REQUEST' }));
});
