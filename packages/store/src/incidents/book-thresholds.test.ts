import {
  feedIdSchema,
  incidentRulesSchema,
  observationSchema,
  sourceConfigSchema,
  type Observation,
} from '@flagtower/contracts';
import { crossingOccasions, severityOfValue } from '@flagtower/domain';
import * as fc from 'fast-check';
import type { Pool } from 'pg';
import { expect } from 'vitest';

import { commitBatch, ledgerStore } from '../ledger/commit.ts';
import { ensureLedgers, ledgerNamed } from '../ledger/ledgers.ts';
import { declareSource, sourceNamed } from '../ledger/sources.ts';
import { test } from '../testing/database.ts';
import { readThresholdReadings } from './threshold-readings.ts';

const start = Date.parse('2026-07-01T08:00:00Z');
const now = start + 86_400_000;
const threshold = incidentRulesSchema.shape.thresholds.element.parse({
  id: 'water',
  kind: 'flood',
  names: { vi: 'Nước', en: 'Water' },
  feed: 'water',
  metric: 'level',
  side: 'above',
  levels: [
    { value: 0.2, severity: 2 },
    { value: 0.4, severity: 3 },
  ],
  validFrom: '2026-01-01',
  basis: { vi: 'của phép thử', en: 'of the test' },
});

function reading(entity: string, minute: number, value: number | null, version = 0): Observation {
  return observationSchema.parse({
    kind: 'observation',
    recordId: `${entity}@${String(minute)}`,
    version,
    occurredAt: new Date(start + minute * 60_000).toISOString(),
    feed: feedIdSchema.parse('water'),
    entity,
    metric: 'level',
    value,
    ...(value === null ? { absent: 'not-measured' } : {}),
    unitOfMeasure: 'm',
  });
}

let cities = 0;

/** A ledger of its own, and what its thresholds kept, as stretches. */
async function told(pool: Pool, batches: readonly (readonly Observation[])[]): Promise<unknown[]> {
  cities += 1;
  const city = `thresholds-${String(cities)}`;
  await ensureLedgers(pool, city, 'Asia/Ho_Chi_Minh');
  const ledger = await ledgerNamed(pool, city, 'trial');
  const config = { id: 'gauges', names: { vi: 'Trạm', en: 'Gauges' }, ledger: 'trial', zone: 'Asia/Ho_Chi_Minh' };
  await declareSource(pool, ledger.id, sourceConfigSchema.parse(config));
  const source = await sourceNamed(pool, ledger.id, 'gauges');
  if (source === null) throw new Error('the source was just declared');
  const store = ledgerStore(pool, undefined, [threshold]);
  for (const batch of batches) {
    const items = batch.map((record, index) => ({ line: index + 1, record }));
    await commitBatch(store, { ledger, source, importId: null, fileHash: null, items, rejections: [], now });
  }
  const { lastSeq } = await ledgerNamed(pool, city, 'trial');
  return stretches(await readThresholdReadings(pool, ledger.id, { knownSeq: lastSeq, after: 0 }));
}

function stretches(readings: Parameters<typeof crossingOccasions>[0]): unknown[] {
  return crossingOccasions(readings, [threshold], now)
    .map(({ thing, from, to }) => ({
      thing,
      from: (from - start) / 60_000,
      to: to === null ? null : (to - start) / 60_000,
    }))
    .toSorted((one, other) => one.from - other.from || String(one.thing).localeCompare(String(other.thing)));
}

test('an ordinary day keeps nothing', async ({ database }) => {
  expect(await told(database.pool, [[reading('P1', 0, 0), reading('P1', 5, 0.1)]])).toEqual([]);
});

test('a stretch begins with the first value beyond and ends with the first ordinary one', async ({ database }) => {
  const minutes = [0.1, 0.3, 0.5, 0.1, 0].map((value, index) => [reading('P1', index * 5, value)]);

  expect(await told(database.pool, minutes)).toEqual([{ thing: 'water\u0000P1', from: 5, to: 15 }]);
});

test('a late value finds the ordinary one that came before it', async ({ database }) => {
  expect(await told(database.pool, [[reading('P1', 10, 0)], [reading('P1', 5, 0.3)]])).toEqual([
    { thing: 'water\u0000P1', from: 5, to: 10 },
  ]);
});

test(
  'whatever order values arrive in, what is kept tells the stretches of all values',
  { timeout: 120_000 },
  async ({ database }) => {
    const anyReading = fc
      .record({
        entity: fc.constantFrom('P1', 'P2'),
        minute: fc.integer({ min: 0, max: 8 }),
        value: fc.option(fc.constantFrom(0, 0.1, 0.3, 0.6)),
      })
      .map(({ entity, minute, value }) => reading(entity, minute, value));
    const anyBatches = fc
      .uniqueArray(anyReading, { maxLength: 16, selector: ({ recordId }) => recordId })
      .chain((all) =>
        fc.tuple(fc.constant(all), fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 16, maxLength: 16 })),
      );
    await fc.assert(
      fc.asyncProperty(anyBatches, async ([all, sizes]) => {
        const batches: Observation[][] = [];
        let taken = 0;
        for (const size of sizes) {
          batches.push(all.slice(taken, taken + size));
          taken += size;
        }
        // The oracle keeps everything.
        const everything = all.map((observation, index) => ({
          ...observation,
          id: observation.recordId,
          threshold: 'water',
          source: 'gauges',
          hash: '',
          seq: index,
          occurredAt: Date.parse(observation.occurredAt),
          recordedAt: now,
          severity: observation.value === null ? (0 as const) : severityOfValue(threshold, observation.value),
          point: null,
        }));

        expect(await told(database.pool, batches)).toEqual(stretches(everything));
      }),
      { numRuns: 40 },
    );
  },
);

test('an absent value between does not hide the end', async ({ database }) => {
  const minutes = [[reading('P1', 0, 0.3)], [reading('P1', 5, null)], [reading('P1', 10, 0)]];

  expect(await told(database.pool, minutes)).toEqual([{ thing: 'water\u0000P1', from: 0, to: 10 }]);
});
