import { dossierEventSchema, sourceConfigSchema, type FlagtowerRecord } from '@flagtower/contracts';
import { foldRules, geographyOf, type RuleBook } from '@flagtower/domain';
import { marchUnits } from '@flagtower/domain/testing';
import type { Pool } from 'pg';
import { expect } from 'vitest';

import { readSums } from '../read/sums.ts';
import { test } from '../testing/database.ts';
import { verifyLedger } from '../verify/verify-ledger.ts';
import { adoptRules } from './adopt-rules.ts';
import { commitBatch, ledgerStore } from './commit.ts';
import { ensureLedgers, ledgerNamed, type Ledger } from './ledgers.ts';
import { declareSource, sourceNamed } from './sources.ts';

const now = Date.parse('2026-03-10T00:00:00.000Z');
const book: RuleBook = {
  version: 2,
  rules: (zone) => ({ ...foldRules(zone), version: 2, geography: geographyOf(marchUnits) }),
};
const options = { now: () => now, sliceSize: 2 };

function received(number: number, unit: string): FlagtowerRecord {
  return dossierEventSchema.parse({
    kind: 'dossier-event',
    recordId: `D${String(number)}/1`,
    occurredAt: '2026-03-02T02:00:00.000Z',
    caseKind: 'dossier',
    dossier: `D${String(number)}`,
    steps: [{ step: 'received', at: '2026-03-02T02:00:00.000Z' }],
    dating: 'change',
    unit,
  });
}

let cities = 0;

/** A ledger of the rules that know no city, with five open dossiers in two units. */
async function oldLedger(pool: Pool): Promise<Ledger> {
  cities += 1;
  const city = `old-${String(cities)}`;
  await ensureLedgers(pool, city, marchUnits.zone);
  const ledger = await ledgerNamed(pool, city, 'trial');
  const config = { id: 'hall', names: { vi: 'H', en: 'H' }, ledger: 'trial', zone: marchUnits.zone };
  await declareSource(pool, ledger.id, sourceConfigSchema.parse(config));
  const source = await sourceNamed(pool, ledger.id, 'hall');
  if (source === null) throw new Error('the source was declared');
  const records = ['00004', '00004', '00004', '00160', '00160'].map((unit, index) => received(index, unit));
  await commitBatch(ledgerStore(pool), {
    ledger,
    source,
    importId: null,
    fileHash: null,
    items: records.map((record, line) => ({ line: line + 1, record })),
    rejections: [],
    now,
  });
  return await ledgerNamed(pool, city, 'trial');
}

async function openByUnit(pool: Pool, ledger: Ledger, knownSeq: number): Promise<Record<string, number>> {
  const { lastSeq } = await ledgerNamed(pool, ledger.city, ledger.name);
  const sums = await readSums(pool, {
    ledger,
    caseKind: 'dossier',
    source: null,
    units: null,
    measures: ['open'],
    span: { from: null, to: now },
    at: now,
    knownSeq,
    lastSeq,
    by: 'unit',
  });
  return Object.fromEntries(
    [...sums].flatMap(([unit, of]) => (of.get('open') === 0 ? [] : [[unit, of.get('open') ?? 0]])),
  );
}

test('open dossiers stand in the units of today once the rules are adopted, and as before where it was not known yet', async ({
  database: { pool },
}) => {
  const ledger = await oldLedger(pool);

  const adoption = await adoptRules(ledgerStore(pool, book), ledger.id, options);

  const after = await ledgerNamed(pool, ledger.city, 'trial');
  expect(adoption).toMatchObject({ from: 1, to: 2, dossiers: 5, isDone: true });
  expect(after.foldVersion).toBe(2);
  expect(await openByUnit(pool, ledger, ledger.lastSeq)).toEqual({ '00004': 3, '00160': 2 });
  // 00004 went whole into 00007, which was split when the districts ended; the halves of 00160 were joined again.
  expect(await openByUnit(pool, ledger, after.lastSeq)).toEqual({
    '0@2020-01-01/unallocated': 3,
    '00004@2026-03-06': 2,
  });
});

test('what is stopped between two slices goes on where it was, and is verified as far as it got', async ({
  database: { pool },
}) => {
  const ledger = await oldLedger(pool);
  const store = ledgerStore(pool, book);
  const stopping = new AbortController();
  const part = await adoptRules(store, ledger.id, {
    ...options,
    signal: stopping.signal,
    onProgress: () => {
      stopping.abort();
    },
  });
  const between = await verifyLedger(pool, ledger.id, { share: 1, from: 0, rules: book });

  const rest = await adoptRules(store, ledger.id, options);

  expect([part?.dossiers, part?.isDone, rest?.dossiers, rest?.isDone]).toEqual([2, false, 3, true]);
  expect(between).toMatchObject({ dossiers: 2, waiting: 3, differences: [] });
  expect(await verifyLedger(pool, ledger.id, { share: 1, from: 0, rules: book })).toMatchObject({
    dossiers: 5,
    waiting: 0,
    rules: 2,
    differences: [],
  });
  expect(await adoptRules(store, ledger.id, options)).toBeNull();
});

test('a release does not touch a ledger that a newer one has taken further', async ({ database: { pool } }) => {
  const ledger = await oldLedger(pool);
  await adoptRules(ledgerStore(pool, book), ledger.id, options);

  const older = adoptRules(ledgerStore(pool), ledger.id, options);

  await expect(older).rejects.toMatchObject({ code: 'STORE_VERSION' });
});
