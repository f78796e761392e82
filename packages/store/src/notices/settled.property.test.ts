import { randomUUID } from 'node:crypto';

import { noticeSchema, sourceConfigSchema, type Notice } from '@flagtower/contracts';
import { activeNotices, clearedNotices } from '@flagtower/domain';
import * as fc from 'fast-check';
import type { Pool } from 'pg';
import { expect } from 'vitest';

import { commitBatch, ledgerStore, type LedgerStore } from '../ledger/commit.ts';
import { startImport } from '../ledger/imports.ts';
import { ensureLedgers, ledgerNamed, type Ledger } from '../ledger/ledgers.ts';
import { retractImport } from '../ledger/retract.ts';
import { declareSource, sourceNamed, type Source } from '../ledger/sources.ts';
import { readActiveNotices, readNotices, readNoticesSince, toldNotices, type ToldNotice } from '../read/notices.ts';
import { test } from '../testing/database.ts';
import { verifyLedger } from '../verify/verify-ledger.ts';

const zone = 'Asia/Ho_Chi_Minh';
const start = Date.parse('2026-07-01T00:00:00Z');
const now = start + 30 * 86_400_000;
const minute = 60_000;
const sourceIds = ['met', 'roads'];

function after(minutes: number): string {
  return new Date(start + minutes * minute).toISOString();
}

const anyTelling = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c'),
    toldAt: fc.nat({ max: 8 }).map((step) => step * 15),
    startsAfter: fc.constantFrom(0, 0, -30, 30),
    lasts: fc.option(fc.constantFrom(15, 45, 120), { freq: 9 }),
    version: fc.nat({ max: 4 }),
    ended: fc.boolean(),
    supersedes: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, fc.subarray(['a', 'b', 'x'], { maxLength: 2 })),
    status: fc.constantFrom('actual' as const, 'actual' as const, 'actual' as const, 'exercise' as const),
    severity: fc.constantFrom('extreme' as const, 'moderate' as const, 'minor' as const),
    noticeType: fc.constantFrom('alert' as const, 'incident' as const),
    step: fc.option(fc.nat({ max: 4 })),
  })
  .map(({ id, toldAt, startsAfter, lasts, step, ...more }): Notice =>
    noticeSchema.parse({
      kind: 'notice',
      recordId: id,
      occurredAt: after(toldAt),
      startsAt: after(toldAt + startsAfter),
      endsAt: lasts === null ? null : after(toldAt + startsAfter + lasts),
      category: 'Met',
      urgency: 'unknown',
      certainty: 'unknown',
      sender: '',
      texts: [{ language: 'und', event: 'Flood' }],
      areas:
        step === null
          ? []
          : [
              {
                name: 'P',
                polygons: [],
                circles: [{ center: [105.8 + step * 0.01, 21.02], radiusKm: 0.2 }],
                geocodes: [],
              },
            ],
      signed: false,
      ...more,
    }),
  );
/** What comes at once, from whom, and whether it was a wrong file. */
const anyBatch = fc.record({
  source: fc.constantFrom(...sourceIds),
  notices: fc.array(anyTelling, { minLength: 1, maxLength: 3 }),
  isRetracted: fc.integer({ min: 0, max: 4 }).map((chance) => chance === 0),
});
const anyHistory = fc.record({
  batches: fc.array(anyBatch, { minLength: 3, maxLength: 6 }),
  cuts: fc.array(
    fc.record({
      at: fc.nat({ max: 16 }).map((step) => step * 15),
      known: fc.nat({ max: 12 }).map((part) => part / 12),
    }),
    {
      minLength: 16,
      maxLength: 16,
    },
  ),
});

let cities = 0;

interface City {
  readonly ledger: Ledger;
  readonly sources: ReadonlyMap<string, Source>;
}

async function freshCity(pool: Pool): Promise<City> {
  cities += 1;
  const city = `settled-${String(cities)}`;
  await ensureLedgers(pool, city, zone);
  const ledger = await ledgerNamed(pool, city, 'trial');
  const sources = new Map<string, Source>();
  for (const id of sourceIds) {
    await declareSource(
      pool,
      ledger.id,
      sourceConfigSchema.parse({ id, names: { vi: id, en: id }, ledger: 'trial', zone }),
    );
    const source = await sourceNamed(pool, ledger.id, id);
    if (source !== null) sources.set(id, source);
  }
  return { ledger, sources };
}

/** Everything that is known, which is what the selective reading must not be told apart from. */
async function readAll(pool: Pool, ledger: Ledger, knownSeq: number, source: string | null): Promise<ToldNotice[]> {
  return await toldNotices(pool, `select record_id from records where ledger_id = $1`, [ledger.id, knownSeq], {
    source,
  });
}

async function commitAll(
  store: LedgerStore,
  { ledger, sources }: City,
  batches: readonly { source: string; notices: readonly Notice[]; isRetracted: boolean }[],
): Promise<void> {
  const { pool } = store;
  for (const { source: id, notices, isRetracted } of batches) {
    const source = sources.get(id);
    if (source === undefined) throw new TypeError('it was declared');
    const started = {
      id: randomUUID(),
      ledgerId: ledger.id,
      sourceId: id,
      format: 'cap',
      fileName: null,
      fileHash: '',
      startedAt: now,
    };
    await startImport(pool, started);
    await commitBatch(store, {
      ledger,
      source,
      importId: started.id,
      fileHash: null,
      items: notices.map((record, line) => ({ line: line + 1, record })),
      rejections: [],
      now,
    });
    if (isRetracted) await retractImport(store, started.id, now);
  }
}

function idsOf(told: readonly ToldNotice[]): string[] {
  return told.map(({ id, seq }) => `${id} ${String(seq)}`).toSorted();
}

test(
  'what is read of the notices that are not settled folds to what all of them fold to, at every moment and commit',
  { timeout: 120_000 },
  async ({ database: { pool } }) => {
    const store = ledgerStore(pool);
    await fc.assert(
      fc.asyncProperty(anyHistory, async ({ batches, cuts }) => {
        const city = await freshCity(pool);
        const { ledger } = city;
        await commitAll(store, city, batches);
        const { lastSeq } = await ledgerNamed(pool, ledger.city, 'trial');

        for (const { at: minutes, known } of cuts) {
          const at = start + minutes * minute;
          const knownSeq = Math.round(known * lastSeq);
          // Who was here before needs only what came since.
          const earlier = await readAll(pool, ledger, Math.floor(knownSeq / 2), null);
          const since = { ledgerId: ledger.id, knownSeq, sinceSeq: Math.floor(knownSeq / 2) };
          const later = await readNoticesSince(pool, since);

          expect(idsOf([...earlier.filter(({ id }) => !later.changed.has(id)), ...later.told])).toEqual(
            idsOf(await readAll(pool, ledger, knownSeq, null)),
          );

          for (const source of [null, 'met']) {
            const all = await readAll(pool, ledger, knownSeq, source);
            const active = await readActiveNotices(pool, { ledgerId: ledger.id, at, knownSeq, source });

            expect(idsOf(active)).toEqual(idsOf(activeNotices(all, at)));

            const from = at - 90 * minute;
            const span = { from, to: at, at };
            const read = await readNotices(pool, { ledgerId: ledger.id, knownSeq, source, from, to: at });
            const cleared = (told: readonly ToldNotice[]): string[] =>
              clearedNotices(told, span)
                .map((one) => `${one.told.id} ${String(one.overAt)}`)
                .toSorted();

            expect(cleared(read)).toEqual(cleared(all));
          }
        }
        expect((await verifyLedger(pool, ledger.id, { share: 1, from: 0 })).differences).toEqual([]);
      }),
      { numRuns: 20, endOnFailure: true },
    );
  },
);

test('a notice is active as long as nothing known then ended it, however long it is settled now', async ({
  database: { pool },
}) => {
  const city = await freshCity(pool);
  const { ledger } = city;
  const [open] = fc.sample(anyTelling, { numRuns: 1, seed: 1 });
  if (open === undefined) throw new TypeError('one was asked for');
  const told = { ...open, recordId: 'z', status: 'actual' as const, ended: false, endsAt: null, supersedes: [] };
  const [first, second] = [0, 15].map((minutes, version) =>
    noticeSchema.parse({ ...told, version, ended: minutes > 0, occurredAt: after(minutes), startsAt: after(0) }),
  );
  if (first === undefined || second === undefined) throw new TypeError('two were made');
  const store = ledgerStore(pool);
  const activeAt = async (minutes: number, knownSeq: number): Promise<number> =>
    (await readActiveNotices(pool, { ledgerId: ledger.id, at: start + minutes * minute, knownSeq, source: null }))
      .length;

  await commitAll(store, city, [{ source: 'met', notices: [first], isRetracted: false }]);
  const { lastSeq: before } = await ledgerNamed(pool, ledger.city, 'trial');
  await commitAll(store, city, [{ source: 'met', notices: [second], isRetracted: false }]);
  const { lastSeq } = await ledgerNamed(pool, ledger.city, 'trial');

  expect([await activeAt(500, before), await activeAt(5, lastSeq), await activeAt(500, lastSeq)]).toEqual([1, 1, 0]);
});
