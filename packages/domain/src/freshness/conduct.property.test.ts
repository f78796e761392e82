import type { Cadence } from '@flagtower/contracts';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { contactsAt, silencesUntil, standingAt, type Conduct } from './conduct.ts';
import { missedContacts, type Silence } from './contacts.ts';
import { freshnessStamps, freshnessState } from './freshness.ts';

const minuteMs = 60_000;
const cadence: Cadence = { everySeconds: 60 };
const start = Date.parse('2026-03-02T00:00:00Z');

/** What is kept of a source that was heard at these moments, in their order. */
function heardAt(moments: readonly number[]): Conduct {
  const silences = moments.slice(1).flatMap((until, index): Silence[] => {
    const from = moments[index] ?? until;
    const missed = missedContacts(from, until, cadence);
    return missed > 0 ? [{ from, until, missed }] : [];
  });
  return { cadence, observedSince: moments[0] ?? null, lastContactAt: moments.at(-1) ?? null, silences };
}

const anyMoments = fc
  .uniqueArray(fc.integer({ min: 0, max: 40 * 60 }), { minLength: 1, maxLength: 25 })
  .map((seconds) => seconds.toSorted((a, b) => a - b).map((second) => start + second * 1000));
const anyMoment = fc.integer({ min: -60, max: 60 * 60 }).map((second) => start + second * 1000);

test('what is told later of a moment is what was told then, but for lateness that ended before a contact was missed', () => {
  fc.assert(
    fc.property(anyMoments, anyMoment, (moments, at) => {
      const then = heardAt(moments.filter((moment) => moment <= at));
      const seenThen = standingAt(then, at);
      const seenLater = standingAt(heardAt(moments), at);

      const next = moments.find((moment) => moment > at) ?? Infinity;
      const isJitter = seenThen === 'late' && next - (then.lastContactAt ?? 0) < 1.5 * minuteMs;
      expect(seenLater).toBe(isJitter ? 'live' : seenThen);
    }),
  );
});

test('signs of life of a moment are the same when they are counted later', () => {
  fc.assert(
    fc.property(anyMoments, anyMoment, (moments, at) => {
      const counted = contactsAt(heardAt(moments.filter((moment) => moment <= at)), at);
      const later = contactsAt(heardAt(moments), at);

      expect(later?.expected).toBe(counted?.expected);
      // One that came half a cadence late is told later to have come in time.
      expect(Math.abs((later?.seen ?? 0) - (counted?.seen ?? 0))).toBeLessThanOrEqual(1);
    }),
  );
});

test('a source that still speaks stands by its stamps, and its silence is cut at the moment', () => {
  const conduct = heardAt([start, start + 30 * minuteMs]);
  const at = start + 12 * minuteMs;

  expect(standingAt(conduct, at)).toBe('lost');
  expect(silencesUntil(conduct, at)).toEqual([{ from: start, until: at, missed: 11 }]);
  expect(standingAt(conduct, start + 31.5 * minuteMs)).toBe(
    freshnessState(freshnessStamps(start + 30 * minuteMs, cadence), start + 31.5 * minuteMs),
  );
});

test('before its first sign of life a source was never heard', () => {
  expect(standingAt(heardAt([start]), start - 1)).toBe('none');
  expect(contactsAt(heardAt([start]), start - 1)).toBeNull();
  expect(contactsAt({ ...heardAt([start]), observedSince: null }, start + 1)).toBeNull();
});
