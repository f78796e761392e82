import {
  citySchema,
  kpiQuerySchema,
  recordSchema,
  sourceConfigSchema,
  type City,
  type FlagtowerRecord,
} from '@flagtower/contracts';
import type { Pool } from 'pg';
import { describe, expect } from 'vitest';

import { readKpi } from '../read/read-kpi.ts';
import { test } from '../testing/database.ts';
import { verifyLedger } from '../verify/verify-ledger.ts';
import type { Batch, Committed } from './batch.ts';
import { commitBatch, commitTogether, ledgerStore, type LedgerStore } from './commit.ts';
import { startImport } from './imports.ts';
import { ensureLedgers, ledgerNamed, type Ledger } from './ledgers.ts';
import { retractImport } from './retract.ts';
import { declareSource, sourceNamed, type Source } from './sources.ts';

const now = Date.parse('2026-03-31T10:00:00.000Z');
const zone = 'Asia/Ho_Chi_Minh';

const city: City = citySchema.parse({
  id: 'testville',
  names: { vi: 'T', en: 'T' },
  zone,
  calendar: {
    version: 1,
    from: '2026-01-01',
    to: '2026-12-31',
    weekend: [6, 7],
    daysOff: [],
    workDays: [],
    decidedYears: [],
    holidays: [],
    sources: [],
  },
  root: '01',
  units: [
    {
      code: '01',
      level: 'city',
      type: { vi: 'thành phố', en: 'city' },
      names: { vi: 'T', en: 'T' },
      parent: null,
      validFrom: '2000-01-01',
      validTo: null,
      point: null,
      areaKm2: null,
      population: null,
    },
  ],
  centers: [],
  procedures: [],
  targets: [],
  sources: [],
  credits: [],
  map: {
    center: [105, 21],
    zoom: 9,
    core: [
      [105, 21],
      [106, 22],
    ],
  },
  kpis: [
    kpi('dossiers.received', { kind: 'flow', terms: [{ measure: 'received', sign: 1 }] }),
    kpi('dossiers.open', { kind: 'state', terms: [{ measure: 'open', sign: 1 }] }),
    kpi('dossiers.overdue', { kind: 'state', terms: [{ measure: 'overdue', sign: 1 }] }),
    kpi('dossiers.on-time-rate.handled', {
      kind: 'share',
      numerator: [{ measure: 'handled-on-time', sign: 1 }],
      denominator: [
        { measure: 'handled-on-time', sign: 1 },
        { measure: 'handled-late', sign: 1 },
      ],
    }),
  ],
});

function kpi(id: string, formula: unknown): unknown {
  return {
    id,
    version: 1,
    validFrom: '2026-01-01',
    names: { vi: id, en: id },
    meaning: { vi: id, en: id },
    center: 'public-service',
    unitOfMeasure: '{dossier}',
    formula,
    direction: 'none',
    basis: { vi: 'phép thử', en: 'a test' },
  };
}

interface Desk {
  readonly store: LedgerStore;
  readonly ledger: Ledger;
  readonly source: Source;
  send(records: readonly FlagtowerRecord[], more?: { importId?: string; at?: number }): Promise<Committed>;
  ask(
    id: string,
    more?: { at?: string; knownSeq?: number; by?: 'unit' | 'channel' | 'day' },
  ): Promise<(number | null)[]>;
}

let desks = 0;

async function openDesk(pool: Pool): Promise<Desk> {
  desks += 1;
  const name = `city-${String(desks)}`;
  await ensureLedgers(pool, name, zone);
  const ledger = await ledgerNamed(pool, name, 'trial');
  await declareSource(
    pool,
    ledger.id,
    sourceConfigSchema.parse({ id: 'desk', names: { vi: 'Quầy', en: 'Desk' }, ledger: 'trial', zone }),
  );
  const source = await sourceNamed(pool, ledger.id, 'desk');
  if (source === null) throw new Error('the source was just declared');
  const store = ledgerStore(pool);
  return {
    store,
    ledger,
    source,
    send: (records, { importId, at = now } = {}) =>
      commitBatch(store, {
        ledger,
        source,
        importId: importId ?? null,
        fileHash: null,
        items: records.map((record, index) => ({ line: index + 1, record })),
        rejections: [],
        now: at,
      }),
    ask: async (id, { at = '2026-03-31T10:00:00.000Z', knownSeq = Number.MAX_SAFE_INTEGER, by } = {}) => {
      const query = {
        kpi: id,
        ledger: 'trial',
        source: null,
        unit: null,
        geography: null,
        from: null,
        to: null,
        at,
        knownSeq,
        by: by ?? null,
      };
      const answer = await readKpi({ db: pool, city, ledger, now }, kpiQuery(query));
      return answer.values.map(({ value }) => value);
    },
  };
}

function kpiQuery(query: unknown): Parameters<typeof readKpi>[1] {
  return kpiQuerySchema.parse(query);
}

const received = '2026-03-02T01:00:00.000Z';
const due = '2026-03-05T16:59:59.999Z';

function told(dossier: string, step: string, at: string, more: object = {}): FlagtowerRecord {
  return recordSchema.parse({
    kind: 'dossier-event',
    recordId: `${dossier}/${step}`,
    version: 0,
    occurredAt: at,
    caseKind: 'dossier',
    dossier,
    steps: [{ step, at }],
    dating: 'change',
    ...(step === 'received' && {
      unit: '00004',
      procedure: '1.001193',
      channel: 'online',
      due: { at: due, precision: 'day' },
    }),
    ...more,
  });
}

describe('a committed batch', () => {
  test('is counted once, however often it is sent', async ({ database }) => {
    const desk = await openDesk(database.pool);
    const records = [told('D1', 'received', received), told('D2', 'received', received)];

    const first = await desk.send(records);
    const again = await desk.send([...records, ...records]);

    expect([first.accepted, first.duplicates]).toEqual([2, 0]);
    expect([again.accepted, again.duplicates]).toEqual([0, 4]);
    expect(await desk.ask('dossiers.received')).toEqual([2]);
  });

  test('makes a dossier overdue from the first millisecond after its due moment, without another record', async ({
    database,
  }) => {
    const desk = await openDesk(database.pool);

    await desk.send([told('D1', 'received', received)]);

    expect(await desk.ask('dossiers.overdue', { at: due })).toEqual([0]);
    expect(await desk.ask('dossiers.overdue', { at: '2026-03-05T17:00:00.000Z' })).toEqual([1]);
  });

  test('may change nothing but a handling time', async ({ database }) => {
    const desk = await openDesk(database.pool);
    await desk.send([told('D1', 'received', received), told('D1', 'handled', '2026-03-04T03:00:00.000Z')]);

    const { accepted } = await desk.send([told('D1', 'handled', '2026-03-04T03:00:00.001Z', { version: 2 })]);

    expect(accepted).toBe(1);
    expect((await verifyLedger(database.pool, desk.ledger.id, { share: 1, from: 0 })).differences).toEqual([]);
  });

  test('is read as it was known before a correction came', async ({ database }) => {
    const desk = await openDesk(database.pool);
    await desk.send([told('D1', 'received', received)]);
    const before = await desk.send([told('D1', 'handled', '2026-03-06T03:00:00.000Z')]);

    await desk.send([told('D1', 'handled', '2026-03-04T03:00:00.000Z', { version: 2 })]);

    expect(await desk.ask('dossiers.on-time-rate.handled', { knownSeq: before.knownSeq })).toEqual([0]);
    expect(await desk.ask('dossiers.on-time-rate.handled')).toEqual([1]);
    expect(await desk.ask('dossiers.open', { at: '2026-03-05T00:00:00.000Z' })).toEqual([0]);
  });

  test('shares its transaction with others of its source, is known with them, and hears what was its own', async ({
    database,
  }) => {
    const desk = await openDesk(database.pool);
    const batchOf = (...records: FlagtowerRecord[]): Batch => ({
      ledger: desk.ledger,
      source: desk.source,
      importId: null,
      fileHash: null,
      items: records.map((record, index) => ({ line: index + 7, record })),
      rejections: [],
      now,
    });
    const handled = told('D1', 'handled', '2026-03-04T03:00:00.000Z');
    const otherwise = told('D1', 'handled', '2026-03-04T04:00:00.000Z');

    const answers = await commitTogether(desk.store, [
      batchOf(told('D1', 'received', received)),
      batchOf(),
      batchOf(told('D1', 'received', received), handled, told('D2', 'received', '2026-04-02T00:00:00.000Z')),
      batchOf(otherwise),
    ]);

    const known = answers.map(({ knownSeq }) => knownSeq);
    expect(new Set(known).size).toBe(1);
    expect(answers.map(({ acceptedLines }) => acceptedLines)).toEqual([[7], [], [8], [7]]);
    expect(answers.map(({ duplicates }) => duplicates)).toEqual([0, 0, 1, 0]);
    expect(answers.map(({ conflicts }) => conflicts)).toEqual([0, 0, 0, 1]);
    expect(answers.map(({ rejections }) => rejections.map(({ line }) => line))).toEqual([[], [], [9], []]);
    expect(await desk.ask('dossiers.received', { knownSeq: Number(known[0]) })).toEqual([1]);
    expect(await desk.ask('dossiers.received', { knownSeq: Number(known[0]) - 1 })).toEqual([null]);
    expect((await verifyLedger(database.pool, desk.ledger.id, { share: 1, from: 0 })).differences).toEqual([]);
  });

  test('leaves what lies ahead of the clock in quarantine, with the line and the remedy', async ({ database }) => {
    const desk = await openDesk(database.pool);

    const { accepted, rejections } = await desk.send([
      told('D1', 'received', '2026-03-31T10:04:59.000Z'),
      told('D2', 'received', '2026-03-31T10:05:01.000Z'),
    ]);

    expect(accepted).toBe(1);
    expect(rejections).toMatchObject([{ line: 2, reason: 'ahead-of-clock' }]);
  });

  test('is taken out again by a retraction, and can be imported anew', async ({ database }) => {
    const desk = await openDesk(database.pool);
    await desk.send([told('D1', 'received', received)]);
    const wrong = [told('D2', 'received', received), told('D1', 'handled', '2026-03-04T03:00:00.000Z')];
    const id = `import-${String(desks)}`;
    await startImport(database.pool, {
      id,
      ledgerId: desk.ledger.id,
      sourceId: 'desk',
      format: 'csv',
      fileName: null,
      fileHash: '00',
      startedAt: now,
    });
    const { knownSeq } = await desk.send(wrong, { importId: id });

    const retraction = await retractImport(desk.store, id, now);

    expect(retraction).toMatchObject({ records: 2, dossiers: 2 });
    expect(await desk.ask('dossiers.received')).toEqual([1]);
    expect(await desk.ask('dossiers.open')).toEqual([1]);
    expect(await desk.ask('dossiers.received', { knownSeq })).toEqual([2]);
    expect((await desk.send(wrong)).accepted).toBe(2);
    expect(await desk.ask('dossiers.open')).toEqual([1]);
  });

  test('is verified without a difference, and a tampered balance is found', async ({ database }) => {
    const desk = await openDesk(database.pool);
    await desk.send([
      told('D1', 'received', received),
      told('D2', 'received', received),
      told('D1', 'handled', '2026-03-04T03:00:00.000Z'),
    ]);
    const sound = await verifyLedger(database.pool, desk.ledger.id, { share: 1, from: 0 });

    await database.pool.query(
      'update balances set received = received + 1 where slice in (select id from slices where ledger_id = $1 limit 1) and level = 1',
      [desk.ledger.id],
    );
    await database.pool.query(
      'delete from entries where ctid in (select ctid from entries where ledger_id = $1 limit 1)',
      [desk.ledger.id],
    );
    const unsound = await verifyLedger(database.pool, desk.ledger.id, { share: 1, from: 0 });

    expect(sound).toMatchObject({ dossiers: 2, differences: [] });
    expect(new Set(unsound.differences.map(({ stage }) => stage))).toEqual(new Set(['balances', 'entries']));
  });

  test('that fails leaves nothing behind', async ({ database }) => {
    const desk = await openDesk(database.pool);
    const broken: Source = { ...desk.source, rank: Number.NaN };

    const failing = commitBatch(desk.store, {
      ledger: { ...desk.ledger, id: -1 },
      source: broken,
      importId: null,
      fileHash: null,
      items: [{ line: 1, record: told('D1', 'received', received) }],
      rejections: [],
      now,
    });

    await expect(failing).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await desk.ask('dossiers.received')).toEqual([null]);
  });
});
