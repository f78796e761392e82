import { heartbeatSchema, type Instant } from '@flagtower/contracts';
import { beforeEach, expect, test, vi } from 'vitest';

import { openPulse } from './pulse.ts';

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

const start = Date.parse('2026-11-24T03:42:07.000Z');
const instant = (ms: number) => new Date(start + ms).toISOString();
const beatAt = (ms: number, more: object = {}) =>
  heartbeatSchema.parse({
    serverTime: instant(ms),
    ledgers: { real: { clock: instant(ms), speed: 1, knownSeq: 1 } },
    epoch: 'e1',
    build: 'b1',
    ...more,
  });

function begin() {
  const [onContact, onSilence] = [vi.fn<() => void>(), vi.fn<() => void>()];
  const zero = Date.now();
  const monotonic = () => Date.now() - zero;
  const pulse = openPulse({ ledger: 'real', monotonic, onContact, onSilence, onNewRun: () => {} });
  pulse.open();
  return { pulse, onContact, onSilence };
}

test('contact is lost 3.5 s after the last heartbeat, whatever the socket says, and the hour is the server’s', () => {
  const { pulse } = begin();
  pulse.beat(beatAt(0));

  vi.advanceTimersByTime(3400);
  expect(pulse.contact()).toMatchObject({ contact: 'live', since: instant(0) });
  vi.advanceTimersByTime(200);

  expect(pulse.contact()).toMatchObject({ contact: 'lost', since: instant(3500) });
});

test('a server that was never heard is lost too, but nobody knows the time', () => {
  const { pulse } = begin();
  expect(pulse.contact().contact).toBe('connecting');

  vi.advanceTimersByTime(3600);

  expect(pulse.contact()).toEqual({ contact: 'lost', since: null, epoch: null });
  expect(pulse.serverNowMs()).toBeNull();
});

test('one heartbeat brings the contact back', () => {
  const { pulse, onContact } = begin();
  pulse.beat(beatAt(0));
  vi.advanceTimersByTime(60_000);

  pulse.beat(beatAt(60_000));

  expect(pulse.contact()).toMatchObject({ contact: 'live', since: instant(60_000) });
  expect(onContact).toHaveBeenCalledTimes(3);
});

test('a long silence asks for a new connection again and again', () => {
  const { onSilence } = begin();

  vi.advanceTimersByTime(10_000);
  expect(onSilence).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(20_000);

  expect(onSilence).toHaveBeenCalledTimes(3);
});

test('a heartbeat that cannot be read is no sign of life', () => {
  const { pulse } = begin();
  vi.advanceTimersByTime(3000);

  pulse.beat({ ...beatAt(3000), serverTime: 'soon' as Instant });
  vi.advanceTimersByTime(600);

  expect(pulse.contact().contact).toBe('lost');
});

test('a driven ledger runs at its own speed between heartbeats', () => {
  const { pulse } = begin();
  const clock = '2025-07-01T00:00:00.000Z';
  pulse.beat(beatAt(0, { ledgers: { real: { clock, speed: 60, knownSeq: 1 } } }));

  vi.advanceTimersByTime(2000);

  expect(pulse.ledgerNowMs()).toBe(Date.parse(clock) + 120_000);
  expect(pulse.ledgerSpeed()).toBe(60);
  expect(pulse.serverNowMs()).toBe(start + 2000);
});
