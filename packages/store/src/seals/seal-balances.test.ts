import { dossierEventSchema, sourceConfigSchema } from '@flagtower/contracts';
import type { Pool } from 'pg';
import { expect } from 'vitest';

import { commitBatch, ledgerStore } from '../ledger/commit.ts';
import { ensureLedgers, ledgerNamed, type Ledger } from '../ledger/ledgers.ts';
import { declareSource, sourceNamed } from '../ledger/sources.ts';
import { nearestBase } from '../read/balance-base.ts';
import { test } from '../testing/database.ts';
import { verifyLedger } from '../verify/verify-ledger.ts';
import { sealBalances } from './seal-balances.ts';

const now = Date.parse('2026-03-31T10:00:00.000Z');
const all = { share: 1, from: 0 };
const interval = 5;

/** A ledger of 47 receipts, a commit each. */
async function toldLedger(pool: Pool, city: string): Promise<Ledger> {
  await ensureLedgers(pool, city, 'Asia/Ho_Chi_Minh');
  const ledger = await ledgerNamed(pool, city, 'trial');
  const config = sourceConfigSchema.parse({
    id: 'hall',
    names: { vi: 'Một cửa', en: 'Hall' },
    ledger: 'trial',
    zone: ledger.zone,
  });
  await declareSource(pool, ledger.id, config);
  const source = await sourceNamed(pool, ledger.id, 'hall');
  if (source === null) throw new Error('the source was just declared');
  const store = ledgerStore(pool);
  for (let index = 0; index < 47; index += 1) {
    const at = new Date(now - index * 3_600_000 * 20).toISOString();
    const record = dossierEventSchema.parse({
      kind: 'dossier-event',
      recordId: String(index),
      occurredAt: at,
      caseKind: 'dossier',
      dossier: `D${String(index)}`,
      steps: [{ step: 'received', at }],
      dating: 'change',
      unit: index % 2 === 0 ? '00004' : '00008',
    });
    const items = [{ line: 1, record }];
    await commitBatch(store, { ledger, source, importId: null, fileHash: null, items, rejections: [], now });
  }
  return await ledgerNamed(pool, city, 'trial');
}

test('a seal is made once, by whoever comes first, and the nearest one is read', async ({ database: { pool } }) => {
  const ledger = await toldLedger(pool, 'sealing');

  const made = await Promise.all([1, 2].map(() => sealBalances(pool, ledger.id, { interval })));

  expect(made.reduce((sum, each) => sum + each)).toBe(10);
  const { rows } = await pool.query<{ upto: number }>(
    'select upto_seq::int as upto from balance_seals where ledger_id = $1',
    [ledger.id],
  );
  expect(rows.map(({ upto }) => upto).toSorted((a, b) => a - b)).toEqual([5, 10, 15, 20, 25, 30, 35, 40, 40, 45]);
  const base = (knownSeq: number): Promise<unknown> => nearestBase(pool, ledger.id, { knownSeq, lastSeq: 47 });
  expect(await base(47)).toEqual({ seq: 47, seals: null });
  expect(await base(2)).toEqual({ seq: 0, seals: [] });
  expect(await base(42)).toMatchObject({ seq: 40, seals: [expect.any(Number)] });
  expect(await base(43)).toMatchObject({ seq: 45, seals: [expect.any(Number), expect.any(Number)] });
});

test('verify finds a sealed sum that is not the sum of its entries; deleted, the seal is made anew', async ({
  database: { pool },
}) => {
  const ledger = await toldLedger(pool, 'tampered');
  await sealBalances(pool, ledger.id, { interval });
  expect(await verifyLedger(pool, ledger.id, all)).toMatchObject({ sealedBalances: 10, differences: [] });
  const parts = [0, 0.25, 0.5, 0.75].map((from) => verifyLedger(pool, ledger.id, { share: 0.25, from }));
  expect((await Promise.all(parts)).reduce((sum, { sealedBalances }) => sum + sealedBalances, 0)).toBe(10);

  await pool.query(
    `update sealed_balances set sums[1] = sums[1] + 1 where level = 0 and measure = 0
      and seal = (select id from balance_seals where ledger_id = $1 and after_seq = 40)`,
    [ledger.id],
  );

  const { differences } = await verifyLedger(pool, ledger.id, all);
  expect(new Set(differences.map(({ stage, place }) => `${stage} ${place.split('|')[0] ?? ''}`))).toEqual(
    new Set(['sealed-balances 40-45']),
  );
  await pool.query('delete from balance_seals where ledger_id = $1 and after_seq = 40', [ledger.id]);
  expect(await sealBalances(pool, ledger.id, { interval })).toBe(1);
  expect(await verifyLedger(pool, ledger.id, all)).toMatchObject({ sealedBalances: 10, differences: [] });
});
