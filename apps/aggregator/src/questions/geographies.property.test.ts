import { hanoi } from '@flagtower/city-hanoi';
import {
  dossierEventSchema,
  explanationSchema,
  kpiAnswerSchema,
  kpiCellSchema,
  topicSchema,
  unallocatedReasonSchema,
  type DossierEvent,
  type KpiAnswer,
} from '@flagtower/contracts';
import { instantOf, ledgerNamed, sourceNamed, commitBatch, verifyLedger } from '@flagtower/store';
import * as fc from 'fast-check';
import { expect, onTestFinished } from 'vitest';
import { z } from 'zod';

import { LedgerEngine } from '../engine/ledger-engine.ts';
import { test, type TestService } from '../testing/test-service.ts';
import { answerKpi } from './kpi-question.ts';

/*
 * Eight years of dossiers in the units of their days, read in the geography of any day, at any cut: what the units below
 * have, and what is unallocated, add up to the unit; and the page, the command line, the explanation and the stream say
 * the same number.
 */

const dayMs = 86_400_000;
const first = Date.parse('2019-01-05T02:00:00.000Z');
const now = Date.parse('2026-11-24T02:00:00.000Z');
const days = Math.floor((now - first) / dayMs) - 1;

const communes = hanoi.units.filter(({ level }) => level === 'commune');
/** Codes with several lives, of split units and of lasting ones; districts and the city; one of another city, and none. */
const anyUnit = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...communes).map(({ code }) => code) },
  { weight: 3, arbitrary: fc.constantFrom('00004', '00008', '00016', '00226', '00253', '10096', '00556') },
  { weight: 1, arbitrary: fc.constantFrom('001', '007', '01', 'NYPD') },
  { weight: 1, arbitrary: fc.constant(null) },
);
const anyDossier = fc.record({
  unit: anyUnit,
  received: fc.nat({ max: days }),
  handledAfter: fc.option(fc.nat({ max: 400 })),
  dueAfter: fc.option(fc.nat({ max: 300 })),
  movedTo: fc.option(fc.record({ unit: anyUnit, after: fc.nat({ max: 300 }) }), { freq: 3 }),
});
type AnyDossier = typeof anyDossier extends fc.Arbitrary<infer Value> ? Value : never;

function recordsOf(dossier: AnyDossier, code: string): DossierEvent[] {
  const at = (day: number): string => instantOf(Math.min(first + day * dayMs, now - 1));
  const record = (step: string, day: number, unit: string | null, more: object = {}): DossierEvent =>
    dossierEventSchema.parse({
      kind: 'dossier-event',
      recordId: `${code}/${step}`,
      occurredAt: at(day),
      caseKind: 'dossier',
      dossier: code,
      steps: [{ step, at: at(day) }],
      dating: 'change',
      ...(unit === null ? {} : { unit }),
      ...more,
    });
  const { received, handledAfter, dueAfter, movedTo } = dossier;
  const due = dueAfter === null ? null : { at: instantOf(first + (received + dueAfter) * dayMs), precision: 'instant' };
  return [
    record('received', received, dossier.unit, { channel: 'online', procedure: '1.001193', due }),
    ...(movedTo === null ? [] : [record('transferred', received + movedTo.after, movedTo.unit)]),
    ...(handledAfter === null ? [] : [record('handled', received + handledAfter, null)]),
  ];
}

const geographies = [
  '2019-06-01',
  '2020-03-01',
  '2024-12-31',
  '2025-01-01',
  '2025-06-30',
  '2025-07-01',
  '2026-11-24',
] as const;
const figures = [
  'dossiers.received',
  'dossiers.handled',
  'dossiers.open',
  'dossiers.overdue',
  'dossiers.transferred-in',
] as const;

let commits = 0;

/** Commits the dossiers in three batches. @returns the ends of the commits */
async function tell(service: TestService, dossiers: readonly AnyDossier[]): Promise<number[]> {
  commits += 1;
  const ledger = await ledgerNamed(service.store.pool, hanoi.id, 'trial');
  const source = await sourceNamed(service.store.pool, ledger.id, 'hall');
  if (source === null) throw new Error('the source was declared');
  const records = dossiers.flatMap((dossier, index) => recordsOf(dossier, `G${String(commits)}-${String(index)}`));
  const known: number[] = [];
  for (const part of [0, 1, 2]) {
    const items = records.filter((_, index) => index % 3 === part).map((record, line) => ({ line: line + 1, record }));
    const batch = { ledger, source, importId: null, fileHash: null, items, rejections: [], now };
    known.push((await commitBatch(service.store, batch)).knownSeq);
  }
  return known;
}

async function ask(service: TestService, kpi: string, words: Record<string, string>): Promise<KpiAnswer> {
  const answer = await service.app.inject(`/v1/kpis/${kpi}?${new URLSearchParams(words).toString()}`);
  return kpiAnswerSchema.parse(answer.json());
}

const pageSchema = z.object({
  dossiers: z.array(z.object({ id: z.string(), reason: unallocatedReasonSchema.nullable() })),
  next: z.string().nullable(),
});
type Listed = z.infer<typeof pageSchema>['dossiers'];

/** All pages of a list. */
async function list(service: TestService, path: string, words: Record<string, string>, more = ''): Promise<Listed> {
  const all: Listed = [];
  let after: Record<string, string> | null = {};
  while (after !== null) {
    const asked: string = new URLSearchParams({ ...words, ...after, limit: '100' }).toString();
    const page = pageSchema.parse((await service.app.inject(`${path}?${asked}${more}`)).json());
    all.push(...page.dossiers);
    after = page.next === null ? null : { after: page.next };
  }
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  return all;
}

function countByReason(listed: Listed): Record<string, number> {
  return Object.fromEntries(
    Object.entries(Object.groupBy(listed, ({ reason }) => reason ?? 'in a unit below')).map(([reason, of]) => [
      reason,
      of.length,
    ]),
  );
}

function reasonsOf(unallocated: KpiAnswer['values'][number] | undefined): Record<string, number> {
  return Object.fromEntries((unallocated?.reasons ?? []).map(({ reason, value }) => [reason, value ?? 0]));
}

function unitsOn(day: string): typeof hanoi.units {
  return hanoi.units.filter(({ validFrom, validTo }) => validFrom <= day && (validTo ?? day) >= day);
}

test(
  'in the geography of any day the units below and the unallocated add up, in every answer alike',
  { timeout: 240_000 },
  async ({ service }) => {
    await service.source('hall');
    const { pool } = service.store;
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyDossier, { minLength: 5, maxLength: 40 }),
        fc.array(
          fc.record({
            geography: fc.constantFrom(...geographies),
            at: fc.nat({ max: days }),
            commit: fc.nat({ max: 2 }),
            kpi: fc.constantFrom(...figures),
            unit: fc.nat(),
          }),
          { minLength: 6, maxLength: 6 },
        ),
        async (dossiers, cuts) => {
          const known = await tell(service, dossiers);
          for (const { geography, at, commit, kpi, unit: pick } of cuts) {
            const above = unitsOn(geography).filter(({ level }) => level !== 'commune');
            const below = unitsOn(geography).filter(({ level }) => level === 'commune');
            const chosen = (pick % 3 === 0 ? below : above)[pick % (pick % 3 === 0 ? below : above).length];
            const words = {
              ledger: 'trial',
              geography,
              at: instantOf(first + at * dayMs),
              knownSeq: String(known[commit] ?? 0),
              unit: chosen?.code ?? '01',
            };

            const whole = await ask(service, kpi, words);
            const byUnit = await ask(service, kpi, { ...words, by: 'unit' });
            const explained = await service.app.inject(
              `/v1/kpis/${kpi}/explain?${new URLSearchParams(words).toString()}`,
            );
            const ledger = await ledgerNamed(pool, hanoi.id, 'trial');
            const asCommandLine = await answerKpi({ db: pool, city: hanoi, ledger, now }, kpi, {
              ...words,
              knownSeq: Number(words.knownSeq),
            });

            const value = whole.values[0]?.value ?? 0;
            const rows = byUnit.values.map((row) => row.value ?? 0);
            expect([words, rows.reduce((sum, row) => sum + row, 0)]).toEqual([words, value]);
            const unallocated = byUnit.values.find(({ key }) => key['unit'] === 'unallocated');
            expect((unallocated?.reasons ?? []).reduce((sum, reason) => sum + (reason.value ?? 0), 0)).toBe(
              unallocated?.value ?? 0,
            );
            // Who is carried into a unit twice counts twice there, and is one dossier of a list.
            if (kpi !== 'dossiers.transferred-in') {
              const listed = await list(service, `/v1/kpis/${kpi}/dossiers`, { ...words, unallocated: 'true' });
              expect([words, kpi, countByReason(listed)]).toEqual([words, kpi, reasonsOf(unallocated)]);
            }
            const { balances } = explanationSchema.parse(explained.json());
            expect(balances.reduce((sum, balance) => sum + balance.sign * balance.sum, 0)).toBe(value);
            expect(asCommandLine.values[0]?.value).toBe(whole.values[0]?.value);
            expect(whole.geography).toBe(geography);
          }
        },
      ),
      { numRuns: 12 },
    );
    const ledger = await ledgerNamed(pool, hanoi.id, 'trial');
    expect(
      (await verifyLedger(pool, ledger.id, { share: 1, from: 0, rules: service.store.rules })).differences,
    ).toEqual([]);

    let stands = 0;
    for (const geography of geographies)
      for (const { code } of unitsOn(geography).filter(({ level }) => level !== 'commune')) {
        const words = { ledger: 'trial', geography, unit: code };
        const open = await ask(service, 'dossiers.open', { ...words, by: 'unit' });
        const standing = '&standing=open&standing=paused';
        const listed = await list(service, '/v1/dossiers', { ...words, unallocated: 'true' }, standing);
        const unallocated = open.values.find(({ key }) => key['unit'] === 'unallocated');
        expect([words, countByReason(listed)]).toEqual([words, reasonsOf(unallocated)]);
        stands += listed.length;
      }
    expect(stands).toBeGreaterThan(0);

    const engine = new LedgerEngine({
      pool,
      city: hanoi,
      ledger: 'trial',
      epoch: 'e1',
      now: () => now,
      onDelta: () => undefined,
      onFailure: (error) => {
        throw error;
      },
    });
    onTestFinished(() => engine.settle());
    for (const unit of ['01', '00004', '00008', '10096']) {
      const publication = await engine.publicationOf(topicSchema.parse(`kpis/${unit}`));
      for (const [kpi, period] of [
        ['dossiers.received', 'all'],
        ['dossiers.open', 'now'],
      ] as const) {
        const cell = kpiCellSchema.parse(publication?.state.get(`${kpi}|${period}`));
        const answer = await ask(service, kpi, {
          ledger: 'trial',
          unit,
          at: instantOf(now),
          knownSeq: String(publication?.cut.knownSeq),
        });
        expect([unit, kpi, cell.value]).toEqual([unit, kpi, answer.values[0]?.value ?? null]);
      }
    }
  },
);

test('a code that is no unit on the day says when it was one', async ({ service }) => {
  const answer = await service.app.inject('/v1/kpis/dossiers.received?ledger=trial&unit=001&geography=2026-01-01');

  expect(answer.statusCode).toBe(404);
  expect(answer.json()).toMatchObject({ code: 'UNKNOWN_UNIT', remedy: expect.stringContaining('2025-06-30') });
});
