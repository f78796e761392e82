import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { balanceLevels, bucketOf, spanParts, type PartSizes, type SpanParts } from './span-parts.ts';
import type { Span } from './span.ts';

const hourMs = 3_600_000;
const zones = ['Asia/Ho_Chi_Minh', 'Asia/Kolkata', 'Europe/Amsterdam', 'America/St_Johns', 'Pacific/Apia'] as const;
const sizes: readonly PartSizes[] = [
  { coarsest: 'month', finest: 'hour' },
  { coarsest: 'month', finest: 'day' },
  { coarsest: 'day', finest: 'hour' },
  { coarsest: 'day', finest: 'day' },
  { coarsest: 'hour', finest: 'hour' },
];

const start = Date.parse('2025-01-01T00:00:00.000Z');
const twoYearsMs = 2 * 365 * 24 * hourMs;
const anyMoment = fc.oneof(
  fc.integer({ min: start, max: start + twoYearsMs }),
  // Whole hours, which are where parts begin and end.
  fc.integer({ min: 0, max: twoYearsMs / hourMs }).map((hours) => start + hours * hourMs),
  fc.integer({ min: 0, max: (2 * twoYearsMs) / hourMs }).map((halves) => start + (halves * hourMs) / 2),
);
const anySpan: fc.Arbitrary<Span> = fc
  .tuple(fc.option(anyMoment), anyMoment)
  .map(([from, to]) => (from !== null && from > to ? { from: to, to: from } : { from, to }));

/** In how many parts a fact of that moment is counted. */
function timesCounted(parts: SpanParts, at: number, zone: string): number {
  const inBuckets = parts.buckets.filter(({ level, from, to }) => {
    const bucket = bucketOf(level, at, zone);
    return bucket >= from && bucket < to;
  });
  return inBuckets.length + parts.entries.filter(({ from, to }) => at >= from && at < to).length;
}

describe.each(zones)('in %s', (zone) => {
  test.each(sizes)('parts from $coarsest to $finest count every moment of a span once, and none beside it', (size) => {
    fc.assert(
      fc.property(anySpan, fc.array(anyMoment, { maxLength: 5 }), (span, others) => {
        const parts = spanParts(span, zone, size);

        const edges = [span.from ?? start, span.to].flatMap((edge) => [
          edge - 31 * 24 * hourMs,
          edge - hourMs,
          edge - 1,
          edge,
          edge + 1,
          edge + hourMs,
          edge + 31 * 24 * hourMs,
        ]);
        for (const at of [...edges, ...others]) {
          const inside = (span.from === null || at >= span.from) && at < span.to;
          expect([at, timesCounted(parts, at, zone)]).toEqual([at, inside ? 1 : 0]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

test('entries are read for less than an hour at each end', () => {
  fc.assert(
    fc.property(anySpan, (span) => {
      const { entries } = spanParts(span, 'Asia/Kolkata', { coarsest: 'month', finest: 'hour' });

      for (const { from, to } of entries) expect(to - from).toBeLessThan(2 * hourMs);
    }),
  );
});

test('since ever begins with a balance, never with entries', () => {
  const parts = spanParts({ from: null, to: start }, 'Asia/Ho_Chi_Minh', { coarsest: 'month', finest: 'hour' });

  expect(parts.buckets[0]?.level).toBe(balanceLevels.month);
  expect(parts.entries).toEqual([]);
});

test('an empty span has no parts', () => {
  for (const size of sizes) {
    for (const to of [start + 5, start - 5 * twoYearsMs]) {
      expect(spanParts({ from: start + 5, to }, 'Asia/Kolkata', size)).toEqual({ buckets: [], entries: [] });
    }
  }
});
