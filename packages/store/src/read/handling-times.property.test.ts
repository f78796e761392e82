import * as fc from 'fast-check';
import { beforeEach, expect } from 'vitest';

import { measureCode } from '../ledger/measure-codes.ts';
import type { Queryable } from '../ledger/queryable.ts';
import { test } from '../testing/database.ts';
import { readHandlingTimes, type HandlingQuestion } from './handling-times.ts';

interface Handled {
  readonly channel: string;
  readonly ms: number;
  /** What a correction took back again. */
  readonly isTakenBack: boolean;
}

const hourMs = 3_600_000;
const question: HandlingQuestion = {
  ledger: { id: 2, zone: 'Asia/Ho_Chi_Minh' },
  caseKind: 'dossier',
  source: null,
  units: null,
  span: { from: null, to: Date.parse('2026-02-01T00:00:00Z') },
  knownSeq: 1000,
  by: 'channel',
};
const channels = ['online', 'desk'];

async function book(db: Queryable, handled: readonly Handled[]): Promise<void> {
  await db.query('delete from entries');
  const rows = handled.flatMap(({ isTakenBack, ...one }) => [
    { ...one, delta: 1 },
    ...(isTakenBack ? [{ ...one, delta: -1 }] : []),
  ]);
  await db.query(
    `insert into entries (ledger_id, seq, effective_at, cell, measure, delta, dossier, handling_ms)
     select 2, 1, timestamptz '2026-01-15', c.id, $4, r.delta, gen_random_uuid(), r.ms
     from unnest($1::text[], $2::int2[], $3::int8[]) as r(channel, delta, ms) join cells c on c.channel = r.channel`,
    [
      rows.map(({ channel }) => channel),
      rows.map(({ delta }) => delta),
      rows.map(({ ms }) => ms),
      measureCode('handled'),
    ],
  );
}

/** Linear between the two values that the position lies between, which is what the product says a quantile is. */
function quantile(sorted: readonly number[], share: number): number {
  const position = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(position)] ?? NaN, sorted[Math.ceil(position)] ?? NaN];
  return low + (high - low) * (position - Math.floor(position));
}

beforeEach<{ database: { pool: Queryable } }>(async ({ database: { pool } }) => {
  await pool.query('delete from cells');
  await pool.query(
    `insert into cells (ledger_id, case_kind, source_id, unit, procedure, channel) select 2, 'dossier', 's', 'u', 'p', unnest($1::text[])`,
    [channels],
  );
});

test('quantiles are those of the times that are left, sorted one by one', async ({ database: { pool } }) => {
  const handled = fc.record({
    channel: fc.constantFrom(...channels),
    // Many in the same hour, on its very edges, and before their receipt: a clock of a source may be wrong.
    ms: fc.oneof(
      fc.integer({ min: -hourMs * 2, max: hourMs * 3 }),
      fc.constantFrom(0, hourMs - 1, hourMs, 2 * hourMs),
      fc.integer({ min: 0, max: 400 * 24 * hourMs }),
    ),
    isTakenBack: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(handled, { maxLength: 40 }), async (told) => {
      await book(pool, told);
      const times = await readHandlingTimes(pool, question);
      const expected = channels.toSorted().flatMap((channel) => {
        const left = told.filter((one) => one.channel === channel && !one.isTakenBack).map(({ ms }) => ms);
        const sorted = left.toSorted((a, b) => a - b);
        if (sorted.length === 0) return [];
        const mean = sorted.reduce((sum, ms) => sum + ms, 0) / sorted.length;
        return [
          { group: channel, handled: sorted.length, median: quantile(sorted, 0.5), p90: quantile(sorted, 0.9), mean },
        ];
      });
      expect(times.map(({ group, handled: count }) => ({ group, handled: count }))).toEqual(
        expected.map(({ group, handled: count }) => ({ group, handled: count })),
      );
      for (const [index, { median, p90, mean }] of expected.entries()) {
        expect(times[index]?.median).toBeCloseTo(median, 3);
        expect(times[index]?.p90).toBeCloseTo(p90, 3);
        expect(times[index]?.mean).toBeCloseTo(mean, 3);
      }
    }),
    { numRuns: 60 },
  );
});
