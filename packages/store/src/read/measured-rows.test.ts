import { feedIdSchema, observationSchema, sourceConfigSchema } from '@flagtower/contracts';
import { unknownFigure, type Figure } from '@flagtower/domain';
import type { Pool } from 'pg';
import { describe, expect } from 'vitest';

import { commitBatch, ledgerStore } from '../ledger/commit.ts';
import { ensureLedgers, ledgerNamed, type Ledger } from '../ledger/ledgers.ts';
import { declareSource, sourceNamed, type Source } from '../ledger/sources.ts';
import { test } from '../testing/database.ts';
import { readMeasuredRows } from './measured-rows.ts';
import type { ObservationQuestion } from './standing-readings.ts';

const noon = Date.parse('2026-03-31T05:00:00.000Z');
const minuteMs = 60_000;
const feed = feedIdSchema.parse('health');

type Reading = readonly [entity: string, metric: string, minutesBeforeNoon: number, value: number | null];

interface Ward {
  /** @returns the ledger's last commit */
  tell: (...readings: readonly Reading[]) => Promise<number>;
  ask: (formula: Omit<ObservationQuestion['formula'], 'kind' | 'feed'>, cut?: Cut) => Promise<Figure>;
}
interface Cut {
  readonly at?: number;
  readonly knownSeq?: number;
}

let wards = 0;

async function openWard(pool: Pool): Promise<Ward> {
  wards += 1;
  const { ledger, source } = await declared(pool, `ward-${String(wards)}`);
  const store = ledgerStore(pool);
  let version = 0;
  let lastSeq = 0;
  return {
    tell: async (...readings) => {
      version += 1;
      const items = readings.map((reading, index) => ({ line: index + 1, record: observationOf(reading, version) }));
      const batch = { ledger, source, importId: null, fileHash: null, items, rejections: [], now: noon };
      ({ knownSeq: lastSeq } = await commitBatch(store, batch));
      return lastSeq;
    },
    ask: async (formula, { at = noon, knownSeq = lastSeq } = {}) => {
      const question: ObservationQuestion = {
        ledgerId: ledger.id,
        formula: { kind: 'observation', feed, ...formula },
        source: null,
        span: { from: at - 60 * minuteMs, to: at + 1 },
        at,
        knownSeq,
        lastSeq,
      };
      const [whole] = await readMeasuredRows(pool, question, 'whole');
      return whole?.figure ?? unknownFigure;
    },
  };
}

async function declared(pool: Pool, city: string): Promise<{ ledger: Ledger; source: Source }> {
  const zone = 'Asia/Ho_Chi_Minh';
  await ensureLedgers(pool, city, zone);
  const ledger = await ledgerNamed(pool, city, 'trial');
  const config = { id: 'ward', names: { vi: 'Khoa', en: 'Ward' }, ledger: 'trial', zone };
  await declareSource(pool, ledger.id, sourceConfigSchema.parse(config));
  const source = await sourceNamed(pool, ledger.id, 'ward');
  if (source === null) throw new Error('the source was just declared');
  return { ledger, source };
}

function observationOf([entity, metric, minutes, value]: Reading, version: number) {
  const occurredAt = new Date(noon - minutes * minuteMs).toISOString();
  return observationSchema.parse({
    kind: 'observation',
    recordId: `${entity}|${metric}|${occurredAt}`,
    version,
    occurredAt,
    feed,
    entity,
    metric,
    value,
    ...(value === null && { absent: 'not-measured' }),
    unitOfMeasure: '{bed}',
  });
}

describe('a figure of what stands now', () => {
  test('adds the newest values of all things, not what they told before', async ({ database: { pool } }) => {
    const ward = await openWard(pool);
    await ward.tell(['A', 'beds', 30, 90], ['A', 'beds', 10, 100], ['B', 'beds', 20, 40]);

    expect(await ward.ask({ metric: 'beds', statistic: 'latest-sum' })).toMatchObject({ value: 140 });
    expect(await ward.ask({ metric: 'beds', statistic: 'latest-max' })).toMatchObject({ value: 100, denominator: 2 });
  });

  test('is a share of two sums, over the things that told both', async ({ database: { pool } }) => {
    const ward = await openWard(pool);
    await ward.tell(['A', 'occupied', 10, 80], ['A', 'beds', 500, 100], ['B', 'occupied', 10, 30]);
    await ward.tell(['C', 'occupied', 10, null], ['C', 'beds', 10, 50]);

    const share = await ward.ask({ metric: 'occupied', over: 'beds', statistic: 'latest-ratio' });

    expect(share).toEqual({ value: 0.8, numerator: 80, denominator: 100 });
  });

  test('is not known where nothing is divided, which is not 0', async ({ database: { pool } }) => {
    const ward = await openWard(pool);
    await ward.tell(['A', 'occupied', 10, 0], ['A', 'beds', 10, 0]);

    expect(await ward.ask({ metric: 'occupied', over: 'beds', statistic: 'latest-ratio' })).toMatchObject({
      value: null,
    });
    expect(await ward.ask({ metric: 'calls', statistic: 'latest-sum' })).toMatchObject({ value: null });
  });

  test('counts the things whose newest value lies between two bounds, both included', async ({
    database: { pool },
  }) => {
    const ward = await openWard(pool);
    await ward.tell(['A', 'speed', 30, 5], ['A', 'speed', 10, 20], ['B', 'speed', 10, 10], ['C', 'speed', 10, 0]);

    const slow = await ward.ask({ metric: 'speed', statistic: 'latest-inside', low: 0, high: 10 });

    expect(slow).toEqual({ value: 2, numerator: 2, denominator: 3 });
  });

  test('forgets a value after a day, or after the hours that the formula gives', async ({ database: { pool } }) => {
    const ward = await openWard(pool);
    await ward.tell(['A', 'cases', 23 * 60, 7], ['B', 'cases', 25 * 60, 9]);

    expect(await ward.ask({ metric: 'cases', statistic: 'latest-sum' })).toMatchObject({ value: 7 });
    expect(await ward.ask({ metric: 'cases', statistic: 'latest-sum', latestHours: 192 })).toMatchObject({ value: 16 });
  });

  test('is read back as it stood, and as it was known', async ({ database: { pool } }) => {
    const ward = await openWard(pool);
    const first = await ward.tell(['A', 'beds', 30, 90], ['A', 'beds', 10, 100]);
    await ward.tell(['A', 'beds', 10, 101], ['B', 'beds', 20, 40]);
    const beds = { metric: 'beds', statistic: 'latest-sum' } as const;

    expect(await ward.ask(beds)).toMatchObject({ value: 141 });
    expect(await ward.ask(beds, { knownSeq: first })).toMatchObject({ value: 100 });
    expect(await ward.ask(beds, { at: noon - 15 * minuteMs })).toMatchObject({ value: 130 });
  });
});

test('a sum of a period adds what was told in it, each reading as it was last corrected', async ({
  database: { pool },
}) => {
  const ward = await openWard(pool);
  await ward.tell(['114', 'calls', 90, 50], ['114', 'calls', 30, 4], ['115', 'calls', 30, 5]);
  await ward.tell(['114', 'calls', 30, 6]);

  expect(await ward.ask({ metric: 'calls', statistic: 'sum' })).toEqual({
    value: 11,
    numerator: 11,
    denominator: null,
  });
});
