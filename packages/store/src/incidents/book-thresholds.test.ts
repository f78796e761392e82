import { randomUUID } from 'node:crypto';

import {
  feedIdSchema,
  incidentRulesSchema,
  observationSchema,
  sourceConfigSchema,
  type Observation,
  type Threshold,
} from '@flagtower/contracts';
import { crossingOccasions, judgementOf, type Judgement } from '@flagtower/domain';
import * as fc from 'fast-check';
import type { Pool } from 'pg';
import { expect } from 'vitest';

import { commitBatch, ledgerStore } from '../ledger/commit.ts';
import { startImport } from '../ledger/imports.ts';
import { ensureLedgers, ledgerNamed } from '../ledger/ledgers.ts';
import { retractImport } from '../ledger/retract.ts';
import { declareSource, sourceNamed } from '../ledger/sources.ts';
import { test } from '../testing/database.ts';
import { readThresholdReadings } from './threshold-readings.ts';

const zone = 'Asia/Ho_Chi_Minh';
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
    { value: 0.2, severity: 2, clearsAt: 0.15 },
    { value: 0.4, severity: 3 },
  ],
  forMinutes: { beyond: 2, back: 1 },
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

function judged(observation: Observation): Judgement {
  const judgement = judgementOf(threshold, { ...observation, occurredAt: Date.parse(observation.occurredAt) }, zone);
  if (judgement === null) throw new RangeError('the threshold of the test judges all of it');
  return judgement;
}

let cities = 0;

/** A ledger of its own with one source. */
async function ledgerOf(pool: Pool) {
  cities += 1;
  const city = `thresholds-${String(cities)}`;
  await ensureLedgers(pool, city, zone);
  const ledger = await ledgerNamed(pool, city, 'trial');
  const config = { id: 'gauges', names: { vi: 'Trạm', en: 'Gauges' }, ledger: 'trial', zone };
  await declareSource(pool, ledger.id, sourceConfigSchema.parse(config));
  const source = await sourceNamed(pool, ledger.id, 'gauges');
  if (source === null) throw new Error('the source was just declared');
  return {
    store: ledgerStore(pool, undefined, [threshold]),
    async importOf() {
      const id = randomUUID();
      const facts = { format: 'test', fileName: null, fileHash: 'f', startedAt: now };
      await startImport(pool, { id, ledgerId: ledger.id, sourceId: source.id, ...facts });
      return id;
    },
    async commit(batch: readonly Observation[], importId: string | null = null, rule = threshold) {
      const items = batch.map((record, index) => ({ line: index + 1, record }));
      const store = ledgerStore(pool, undefined, [rule]);
      await commitBatch(store, { ledger, source, importId, fileHash: null, items, rejections: [], now });
    },
    /** What its thresholds kept, as stretches. */
    async told() {
      const { lastSeq } = await ledgerNamed(pool, city, 'trial');
      return stretches(await readThresholdReadings(pool, ledger.id, { knownSeq: lastSeq, after: 0 }));
    },
  };
}

async function told(
  pool: Pool,
  batches: readonly (readonly Observation[])[],
  ruleOf: (batch: number) => Threshold = () => threshold,
): Promise<unknown[]> {
  const ledger = await ledgerOf(pool);
  for (const [index, batch] of batches.entries()) await ledger.commit(batch, null, ruleOf(index));
  return await ledger.told();
}

function stretches(readings: Parameters<typeof crossingOccasions>[0]): unknown[] {
  return crossingOccasions(readings, [threshold], now)
    .map(({ thing, from, to, tellings }) => ({
      thing,
      from: (from - start) / 60_000,
      to: to === null ? null : (to - start) / 60_000,
      told: tellings.map(({ at, severity }) => [(at - start) / 60_000, severity]),
    }))
    .toSorted((one, other) => one.from - other.from || String(one.thing).localeCompare(String(other.thing)));
}

test('an ordinary day keeps nothing', async ({ database }) => {
  expect(await told(database.pool, [[reading('P1', 0, 0), reading('P1', 5, 0.1)]])).toEqual([]);
});

test('a stretch begins with the first value beyond, lasts over values between, and ends with the first that clears it', async ({
  database,
}) => {
  const minutes = [0.1, 0.3, 0.5, 0.17, 0.3, 0.15, 0.17].map((value, index) => [reading('P1', index * 5, value)]);

  expect(await told(database.pool, minutes)).toEqual([
    {
      thing: 'water\u0000P1',
      from: 5,
      to: 25,
      told: [
        [10, 2],
        [25, null],
      ],
    },
  ]);
});

test('a late value finds those that came before it, and one spike is nothing', async ({ database }) => {
  const late = [[reading('P1', 15, 0), reading('P1', 20, 0)], [reading('P1', 10, 0.17)], [reading('P1', 5, 0.3)]];

  expect(await told(database.pool, late)).toMatchObject([
    {
      from: 5,
      to: 15,
      told: [
        [10, 2],
        [15, null],
      ],
    },
  ]);
  expect(await told(database.pool, [[reading('P1', 5, 0.3), reading('P1', 6, 0)]])).toEqual([]);
});

test('an end that is corrected away leads to the next one', async ({ database }) => {
  const values = [0.3, 0.3, 0, 0, 0].map((value, index) => reading('P1', index * 5, value));

  expect(await told(database.pool, [values, [reading('P1', 10, null, 1)]])).toMatchObject([{ from: 0, to: 15 }]);
  expect(await told(database.pool, [values, [reading('P1', 10, 0.17, 1)]])).toMatchObject([{ from: 0, to: 15 }]);
  expect(await told(database.pool, [[reading('P1', 0, 0, 1)], values])).toMatchObject([]);
});

test('what was kept under a rule without a deadband stays as that rule had it', async ({ database }) => {
  const plain = {
    ...threshold,
    levels: threshold.levels.map(({ value, severity }) => ({ value, severity })),
    forMinutes: { beyond: 0, back: 0 },
  };
  const before = [[reading('P1', 0, 0.3)], [reading('P1', 5, 0.17)], [reading('P1', 10, 0.16)]];
  const after = [[reading('P1', 15, 0.3)], [reading('P1', 20, 0.17)]];

  expect(
    await told(database.pool, [...before, ...after], (batch) => (batch < before.length ? plain : threshold)),
  ).toMatchObject([
    {
      from: 0,
      to: 5,
      told: [
        [0, 2],
        [5, null],
      ],
    },
    { from: 15, to: null, told: [[20, 2]] },
  ]);
});

test(
  'whatever order values and corrections arrive in, what is kept tells the stretches of all values',
  { timeout: 120_000 },
  async ({ database }) => {
    const anyReading = fc
      .record({
        entity: fc.constantFrom('P1', 'P2'),
        minute: fc.integer({ min: 0, max: 7 }),
        value: fc.option(fc.constantFrom(0, 0.15, 0.17, 0.3, 0.6)),
        version: fc.integer({ min: 0, max: 2 }),
      })
      .map(({ entity, minute, value, version }) => reading(entity, minute, value, version));
    const anyBatches = fc
      .uniqueArray(anyReading, { maxLength: 24, selector: ({ recordId, version }) => `${recordId} ${String(version)}` })
      .chain((all) =>
        fc.tuple(fc.constant(all), fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 24, maxLength: 24 })),
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
          ...judged(observation),
          forMinutes: threshold.forMinutes.beyond,
          point: null,
        }));

        expect(await told(database.pool, batches)).toEqual(stretches(everything));
      }),
      { numRuns: 40 },
    );
  },
);

test('a file that is taken back leaves the end that another source told', async ({ database }) => {
  const values = [0.3, 0.3, 0, 0].map((value, index) => reading('P1', index * 5, value));
  const ledger = await ledgerOf(database.pool);
  const importId = await ledger.importOf();
  await ledger.commit(values.slice(0, 2));
  await ledger.commit(values.slice(2, 3), importId);
  await ledger.commit(values.slice(3));

  await retractImport(ledger.store, importId, now);

  expect(await ledger.told()).toMatchObject([{ from: 0, to: 15 }]);
});
