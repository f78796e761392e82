import type { FollowedEntry } from '@flagtower/store';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { LastHour } from './last-hour.ts';

const hourMs = 3_600_000;

function entry(at: number, unit: string, delta = 1): FollowedEntry {
  return {
    measure: 'received',
    at,
    cohortAt: null,
    delta,
    caseKind: 'dossier',
    source: 'desk',
    unit,
    procedure: '',
    channel: '',
  };
}

test('an entry counts up to the millisecond before it is an hour old', () => {
  const lastHour = new LastHour();

  lastHour.add(entry(1000, 'A'));

  expect(lastHour.sums('dossier', null, 1000 + hourMs - 1).get('received')).toBe(1);
  expect(lastHour.sums('dossier', null, 1000 + hourMs).get('received')).toBe(0);
});

test('a cohort belongs to the hour of its receipt, whenever it became late', () => {
  const lastHour = new LastHour();

  lastHour.add({ ...entry(hourMs, 'A'), measure: 'cohort-late', cohortAt: 1000 });

  expect(lastHour.sums('dossier', null, 1000 + hourMs - 1).get('cohort-late')).toBe(1);
  expect(lastHour.sums('dossier', null, 1000 + hourMs).get('cohort-late')).toBe(0);
});

test('whatever comes when, late ones too, the sums are those of a recount', () => {
  const anyEntry = fc.record({
    tick: fc.integer({ min: 0, max: 40 }),
    late: fc.integer({ min: 0, max: 2 * hourMs }),
    unit: fc.constantFrom('A', 'B', ''),
    delta: fc.constantFrom(1, -1, 3),
  });
  const tickMs = hourMs / 8;
  fc.assert(
    fc.property(fc.array(anyEntry, { maxLength: 60 }), fc.constantFrom(null, ['A'], ['A', 'B']), (told, units) => {
      const lastHour = new LastHour();
      const all: FollowedEntry[] = [];
      for (let tick = 0; tick <= 41; tick += 1) {
        const at = tick * tickMs;
        for (const { late, unit, delta } of told.filter((one) => one.tick === tick)) {
          all.push(entry(at - late, unit, delta));
          lastHour.add(entry(at - late, unit, delta));
        }
        const counted = all.filter(
          (one) => one.at > at - hourMs && (units === null || units.some((unit) => unit === one.unit)),
        );
        const sum = counted.reduce((total, { delta }) => total + delta, 0);
        expect(lastHour.sums('dossier', units, at).get('received') ?? 0).toBe(sum);
      }
    }),
  );
});
