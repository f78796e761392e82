import { hanoi } from '@flagtower/city-hanoi';
import { kpiCellSchema, kpiQuerySchema, sourceConfigSchema, topicSchema, type KpiCell } from '@flagtower/contracts';
import { ruleBookOf } from '@flagtower/domain';
import {
  commitBatch,
  declareSource,
  ensureLedgers,
  instantOf,
  ledgerNamed,
  ledgerStore,
  readKpi,
  sourceNamed,
  type Ledger,
} from '@flagtower/store';
import { test } from '@flagtower/store/testing';
import type { Pool } from 'pg';
import { expect, onTestFinished } from 'vitest';

import { LedgerEngine } from './ledger-engine.ts';

const morning = Date.parse('2026-03-31T02:00:00.000Z');
const minuteMs = 60_000;

/** A city whose only source of incidents promises a sign of life every minute. */
async function openRoads(pool: Pool, id: string) {
  const city = { ...hanoi, id };
  await ensureLedgers(pool, city.id, city.zone, city.rulesVersion);
  const ledger = await ledgerNamed(pool, city.id, 'trial');
  const config = {
    id: 'roads',
    names: { vi: 'Đường', en: 'Roads' },
    ledger: 'trial',
    zone: city.zone,
    cadence: { everySeconds: 60 },
    notices: ['incident'],
  };
  await declareSource(pool, ledger.id, sourceConfigSchema.parse(config));
  const clock = { now: morning };
  const engine = new LedgerEngine({
    pool,
    city,
    ledger: 'trial',
    epoch: 'e1',
    now: () => clock.now,
    onDelta: () => undefined,
    onFailure: (error) => {
      throw error;
    },
  });
  onTestFinished(() => engine.settle());
  return {
    ledger,
    city,
    /** What the engine says after so many minutes, once it has read what it reads beside the ticks. */
    after: async (minutes: number, topic: string): Promise<ReadonlyMap<string, unknown>> => {
      clock.now = morning + minutes * minuteMs;
      await engine.tick();
      await engine.settle();
      await engine.tick();
      const publication = await engine.publicationOf(topicSchema.parse(topic));
      if (publication === null) throw new Error(`no topic ${topic}`);
      return publication.state;
    },
    speak: async (minutes: number) => {
      await signOfLife(pool, ruleBookOf(city), ledger, morning + minutes * minuteMs);
    },
  };
}

async function signOfLife(pool: Pool, rules: ReturnType<typeof ruleBookOf>, ledger: Ledger, now: number) {
  const source = await sourceNamed(pool, ledger.id, 'roads');
  if (source === null) throw new Error('the source was just declared');
  const batch = { ledger, source, importId: null, fileHash: null, items: [], rejections: [], now };
  await commitBatch(ledgerStore(pool, rules), batch);
}

test('no incident is what its source says, and as old as its word', async ({ database }) => {
  const { pool } = database;
  const { ledger, city, after, speak } = await openRoads(pool, 'no-incident');
  const streamed = async (minutes: number): Promise<KpiCell> =>
    kpiCellSchema.parse((await after(minutes, 'kpis/01')).get('traffic.incidents.active|now'));
  const asked = async (minutes: number, by: 'hour' | null = null) => {
    const now = morning + minutes * minuteMs;
    const query = { kpi: 'traffic.incidents.active', ledger: 'trial', from: instantOf(now - 60 * minuteMs) };
    const whole = { ...query, source: null, unit: null, geography: null, to: null, at: instantOf(now), by };
    return (await readKpi({ db: pool, city, ledger, now }, kpiQuerySchema.parse({ ...whole, knownSeq: 0 }))).values;
  };
  const unknown = { value: null, freshness: { state: 'none', observedAt: null } };

  expect(await streamed(0)).toMatchObject(unknown);
  expect(await asked(0)).toMatchObject([{ ...unknown, source: ['roads'] }]);
  expect(await asked(0, 'hour')).toEqual([]);

  await speak(1);
  const told = { value: 0, source: ['roads'], freshness: { observedAt: instantOf(morning + minuteMs) } };

  expect(await streamed(1)).toMatchObject({ ...told, freshness: { ...told.freshness, state: 'live' } });
  expect(await asked(1)).toMatchObject([{ ...told, freshness: { ...told.freshness, state: 'live' } }]);

  expect(await streamed(4)).toMatchObject({ ...told, freshness: { ...told.freshness, state: 'stale' } });
  expect(await streamed(30)).toMatchObject({ ...told, freshness: { ...told.freshness, state: 'lost' } });
  expect(await asked(30)).toMatchObject([{ ...told, freshness: { ...told.freshness, state: 'lost' } }]);
});
