import { observationSchema, sourceConfigSchema } from '@flagtower/contracts';
import { expect } from 'vitest';

import { commitBatch, ledgerStore } from '../ledger/commit.ts';
import { ensureLedgers, ledgerNamed } from '../ledger/ledgers.ts';
import { declareSource, sourceNamed } from '../ledger/sources.ts';
import { readMinuteMeans } from '../read/latest-values.ts';
import { test } from '../testing/database.ts';
import { verifyLedger } from '../verify/verify-ledger.ts';
import { sealDays } from './seal-days.ts';

const now = Date.parse('2026-03-31T10:00:00.000Z');
const all = { share: 1, from: 0 };

function speed(at: string, value: number): { line: number; record: ReturnType<typeof observationSchema.parse> } {
  const record = observationSchema.parse({
    kind: 'observation',
    recordId: `s1|speed|${at}`,
    occurredAt: at,
    feed: 'road',
    entity: 's1',
    metric: 'speed',
    value,
    unitOfMeasure: 'km/h',
  });
  return { line: 1, record };
}

test('raw readings go, their minute means stay and are still verified', async ({ database: { pool } }) => {
  await ensureLedgers(pool, 'sealed', 'Asia/Ho_Chi_Minh');
  const ledger = await ledgerNamed(pool, 'sealed', 'trial');
  await declareSource(
    pool,
    ledger.id,
    sourceConfigSchema.parse({
      id: 'road',
      names: { vi: 'Đường', en: 'Road' },
      ledger: 'trial',
      zone: 'Asia/Ho_Chi_Minh',
    }),
  );
  const source = await sourceNamed(pool, ledger.id, 'road');
  if (source === null) throw new Error('the source was just declared');
  const store = ledgerStore(pool);
  const items = [
    speed('2026-03-01T00:00:10.000Z', 20),
    speed('2026-03-01T00:00:40.000Z', 40),
    speed('2026-03-31T09:00:00.000Z', 30),
  ];
  await commitBatch(store, { ledger, source, importId: null, fileHash: null, items, rejections: [], now });

  const sealed = await sealDays(pool, ledger.id, '2026-03-15', now);

  expect(sealed).toEqual([{ feed: 'road', day: '2026-03-01', observations: 2 }]);
  const minutes = await readMinuteMeans(pool, ledger.id, {
    feed: 'road',
    metric: 'speed',
    from: Date.parse('2026-03-01T00:00:00Z'),
    to: Date.parse('2026-03-02T00:00:00Z'),
  });
  expect(minutes).toEqual([{ minuteMs: Date.parse('2026-03-01T00:00:00Z'), mean: 30, count: 2 }]);
  expect((await verifyLedger(pool, ledger.id, all)).differences).toEqual([]);

  await pool.query(`update minute_rollups set sum = sum + 1 where ledger_id = $1 and minute < $2`, [
    ledger.id,
    Date.parse('2026-03-02T00:00:00Z') / 60_000,
  ]);
  expect((await verifyLedger(pool, ledger.id, all)).differences).toMatchObject([
    { stage: 'seals', place: 'road|2026-03-01' },
  ]);
});
