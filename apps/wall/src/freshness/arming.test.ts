import { freshnessSchema } from '@flagtower/contracts';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { ARMED_FOR_MS } from './armed-mark.ts';
import { armingOf } from './arming.ts';
import { ageMs, stateNow } from './freshness-now.ts';

const now = Date.parse('2026-11-24T03:42:07.000Z');
const stamp = (inMs: number) => new Date(now + inMs).toISOString();
const told = (lateInMs: number, staleInMs: number) =>
  freshnessSchema.parse({
    state: 'live',
    observedAt: stamp(-3000),
    lateAt: stamp(lateInMs),
    staleAt: stamp(staleInMs),
    lostAfter: stamp(600_000),
    cadenceSeconds: 60,
  });
const untold = freshnessSchema.parse({
  state: 'live',
  observedAt: stamp(-3000),
  lateAt: null,
  staleAt: null,
  lostAfter: null,
  cadenceSeconds: null,
});
const live = { ledgerNowMs: now, ledgerSpeed: 1, silenceMs: 0 };

test('a value that is fresh for long is veiled by the silence of the server alone', () => {
  expect(armingOf(told(57_000, 117_000), live)).toEqual({
    lateInMs: null,
    veilInMs: ARMED_FOR_MS,
    veilCause: 'contact',
  });
  expect(armingOf(told(57_000, 117_000), { ...live, silenceMs: 4000 }).veilInMs).toBe(1000);
});

test('a value about to turn late and stale is marked at just these moments', () => {
  expect(armingOf(told(1200, 3400), live)).toEqual({ lateInMs: 1200, veilInMs: 3400, veilCause: 'stale' });
});

test('a ledger that runs sixty times as fast ages its values sixty times as fast', () => {
  expect(armingOf(told(60_000, 120_000), { ...live, ledgerSpeed: 60 })).toEqual({
    lateInMs: 1000,
    veilInMs: 2000,
    veilCause: 'stale',
  });
});

test('a replay that stands still ages nothing, but silence still counts', () => {
  expect(armingOf(told(1000, 2000), { ...live, ledgerSpeed: 0 })).toMatchObject({
    lateInMs: null,
    veilCause: 'contact',
  });
});

test('a source that promised no cadence is never late, yet no contact veils its values too', () => {
  expect(armingOf(untold, live)).toEqual({ lateInMs: null, veilInMs: ARMED_FOR_MS, veilCause: 'contact' });
});

test('whatever is known, a veil waits for at most the time of arming', () => {
  const anyTime = fc.integer({ min: -1e7, max: 1e7 });
  fc.assert(
    fc.property(
      anyTime,
      anyTime,
      fc.option(fc.nat(1e6)),
      fc.double({ min: 0, max: 600, noNaN: true }),
      (late, stale, silence, speed) => {
        const { veilInMs } = armingOf(told(late, stale), { ledgerNowMs: now, ledgerSpeed: speed, silenceMs: silence });

        expect(veilInMs).toBeGreaterThanOrEqual(0);
        expect(veilInMs).toBeLessThanOrEqual(ARMED_FOR_MS);
      },
    ),
  );
});

test.each([
  ['live', 0, false, 'live'],
  ['late after one cadence', 57_001, false, 'late'],
  ['stale after two', 117_001, false, 'stale'],
  ['lost after ten', 600_001, false, 'lost'],
  ['stale at once without contact', 0, true, 'stale'],
  ['lost also without contact', 600_001, true, 'lost'],
])('a value is %s', (_, inMs, isContactLost, state) => {
  expect(stateNow(told(57_000, 117_000), now + inMs, isContactLost)).toBe(state);
});

test('before any heartbeat the server’s last word counts and no age is made up', () => {
  expect(stateNow({ ...told(1, 2), state: 'late' }, null, false)).toBe('late');
  expect(ageMs(told(1, 2), null)).toBeNull();
});

test('a value from a little ahead of the clock has age zero, not less', () => {
  expect(ageMs(told(1, 2), now - 10_000)).toBe(0);
});
