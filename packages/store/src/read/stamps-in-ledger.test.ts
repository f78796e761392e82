import { freshnessStamps, freshnessState } from '@flagtower/domain';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { ledgerTime, type LedgerClock } from '../ledger/ledgers.ts';
import { freshnessOf } from './source-freshness.ts';
import { stampsInLedger } from './stamps-in-ledger.ts';

const contactAt = Date.parse('2026-11-24T03:00:00.000Z');
const daysMs = 86_400_000;

const anyClock: fc.Arbitrary<LedgerClock> = fc.oneof(
  fc.constant<LedgerClock>({ kind: 'real' }),
  fc.record({
    kind: fc.constant('driven' as const),
    anchorReal: fc.integer({ min: -1000, max: 1000 }).map((seconds) => contactAt + seconds * 1000),
    anchorLedger: fc.integer({ min: -3650, max: 3650 }).map((days) => contactAt + days * daysMs),
    speed: fc.constantFrom(0, 1, 7, 60, 172_800, 100_000_000),
  }),
);

test('by the ledger’s clock a source stands as it does in real time, however that clock runs', () => {
  const anyCadence = fc.constantFrom(1, 60, 300, 86_400);
  const anyAge = fc.integer({ min: 0, max: 12 });
  fc.assert(
    fc.property(anyClock, anyCadence, anyAge, fc.constantFrom(0, 1), (clock, everySeconds, cadences, later) => {
      const stamps = freshnessStamps(contactAt, { everySeconds });
      const now = contactAt + cadences * everySeconds * 1000 + later;
      const seen = ledgerTime(clock, now);
      fc.pre(Math.abs(seen - contactAt) < 7000 * 365 * daysMs && seen > Date.parse('0001-01-02T00:00:00.000Z'));
      const told = stampsInLedger(stamps, { now, clock });

      expect(freshnessState(told, seen)).toBe(freshnessState(stamps, now));
      // All of them can be written down.
      expect(freshnessOf(told, seen, everySeconds).observedAt).not.toBeNull();
    }),
  );
});

test('a source that was never heard has no stamps on any clock', () => {
  const clock: LedgerClock = { kind: 'driven', anchorReal: contactAt, anchorLedger: 0, speed: 60 };
  const never = { observedAt: null, lateAt: null, staleAt: null, lostAfter: null };

  expect(stampsInLedger(never, { now: contactAt, clock })).toEqual(never);
});
