import { daySchema } from '@flagtower/contracts';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { periodEndMs, reportAt, standingReports } from './stated-on.ts';

const zone = 'Asia/Ho_Chi_Minh';
const report = (from: string, to: string, version = 0, unit = '01') => ({
  unit,
  version,
  period: { from: daySchema.parse(from), to: daySchema.parse(to) },
});

test('a period ends with its last day, in its own zone', () => {
  expect(periodEndMs(report('2018-12-01', '2018-12-31').period, zone)).toBe(Date.parse('2018-12-31T16:59:59.999Z'));
});

test('a figure speaks from the last millisecond of its period on, until a newer period has ended', () => {
  const told = [report('2019-01-01', '2019-01-31'), report('2018-12-01', '2018-12-31')];
  const at = (moment: string) => reportAt(told, Date.parse(moment), zone)?.period.to ?? null;

  expect(at('2018-12-31T16:59:59.998Z')).toBeNull();
  expect(at('2018-12-31T16:59:59.999Z')).toBe('2018-12-31');
  expect(at('2019-01-31T16:59:59.999Z')).toBe('2019-01-31');
});

test('of two periods that ended on one day the shorter one speaks', () => {
  const told = [report('2018-01-01', '2018-12-31'), report('2018-12-01', '2018-12-31')];

  expect(reportAt(told, Date.parse('2019-06-01T00:00:00Z'), zone)?.period.from).toBe('2018-12-01');
});

test('whatever the order of telling, of each unit and period the highest version stands', () => {
  const anyReport = fc.record({
    unit: fc.constantFrom('01', '001'),
    version: fc.integer({ min: 0, max: 5 }),
    period: fc.constantFrom(report('2019-01-01', '2019-01-31').period, report('2019-02-01', '2019-02-28').period),
  });
  fc.assert(
    fc.property(fc.array(anyReport), (told) => {
      const standing = standingReports(told);

      for (const one of told) {
        const same = standing.filter(({ unit, period }) => unit === one.unit && period.to === one.period.to);
        expect(same).toHaveLength(1);
        expect(same[0]?.version).toBeGreaterThanOrEqual(one.version);
      }
      for (const one of standing) expect(told).toContain(one);
    }),
  );
});
