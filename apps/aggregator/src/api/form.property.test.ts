import { hanoi } from '@flagtower/city-hanoi';
import {
  daySchema,
  dossierEventSchema,
  formFigureSchema,
  formRemainderSchema,
  instantSchema,
  reportSchema,
  sourceConfigSchema,
  type FormAnswer,
  type FormRow,
} from '@flagtower/contracts';
import type { Claim } from '@flagtower/domain';
import { anyHistories, momentsOf } from '@flagtower/domain/testing';
import {
  commitBatch,
  declareSource,
  ensureLedgers,
  instantOf,
  ledgerNamed,
  ledgerStore,
  readForm,
  sourceNamed,
} from '@flagtower/store';
import { test } from '@flagtower/store/testing';
import * as fc from 'fast-check';
import type { Pool } from 'pg';
import { expect } from 'vitest';

/*
 * Whatever was told of dossiers, in whatever order: the form of any period, at any cut, adds up in every row, its rows add
 * up to its total, and what one period ends with the next one begins with.
 */

const now = Date.parse('2030-01-01T00:00:00.000Z');
let cities = 0;

async function openForm(
  pool: Pool,
  histories: readonly (readonly Claim[])[],
  reports: typeof hanoi.reports = [],
): Promise<{ form: (from: number, to: number, at: number, commits: number) => Promise<FormAnswer>; commits: number }> {
  cities += 1;
  const city = { ...hanoi, id: `form-${String(cities)}`, reports };
  await ensureLedgers(pool, city.id, city.zone);
  const ledger = await ledgerNamed(pool, city.id, 'trial');
  const names = { vi: 'Một cửa', en: 'One-stop' };
  const ids = ['hall', 'kiosk', 'portal'];
  for (const id of ids)
    await declareSource(
      pool,
      ledger.id,
      sourceConfigSchema.parse({ id, names, ledger: 'trial', namespace: 'one-stop', zone: city.zone }),
    );
  const store = ledgerStore(pool);
  const known: number[] = [];
  for (const [index, claims] of histories.entries()) {
    for (const id of ids) {
      const source = await sourceNamed(pool, ledger.id, id);
      if (source === null) throw new Error('the source was declared');
      const items = claims
        .filter((claim) => claim.source === id)
        .map((claim, line) => ({ line: line + 1, record: recordOf(claim, `D${String(index)}`) }));
      const batch = { ledger, source, importId: null, fileHash: null, items, rejections: [], now };
      known.push((await commitBatch(store, batch)).knownSeq);
    }
  }
  return {
    commits: known.length,
    form: async (from, to, at, commits) =>
      await readForm(
        { db: pool, city, ledger, now },
        {
          unit: city.root,
          geography: daySchema.parse('2026-04-01'),
          from: instantSchema.parse(instantOf(from)),
          to: instantSchema.parse(instantOf(to)),
          at: instantSchema.parse(instantOf(at)),
          knownSeq: known[commits - 1] ?? 0,
        },
      ),
  };
}

function recordOf({ source: _source, rank: _rank, hash: _hash, at, due, ...claim }: Claim, dossier: string) {
  return dossierEventSchema.parse({
    ...claim,
    kind: 'dossier-event',
    recordId: `${dossier}:${claim.recordId}`,
    occurredAt: instantOf(at),
    caseKind: 'dossier',
    dossier,
    steps: claim.steps.map((step) => ({ step: step.step, at: instantOf(step.at) })),
    due: due && { at: instantOf(due.at), precision: due.precision },
  });
}

const valuesOf = ({ figures, remainders }: FormRow): (number | null)[] => [
  ...formFigureSchema.options.map((name) => figures[name]),
  ...formRemainderSchema.options.map((name) => remainders[name]),
];
const totalOf = ({ rows }: FormAnswer): FormRow => {
  const [total] = rows;
  if (total?.kind !== 'total') throw new Error('the first row is the total');
  return total;
};

test(
  'every row adds up, the rows make the total, and periods follow each other',
  { timeout: 120_000 },
  async ({ database }) => {
    await fc.assert(
      fc.asyncProperty(anyHistories, fc.infiniteStream(fc.nat()), async (histories, picks) => {
        const { form, commits } = await openForm(database.pool, histories);
        const moments = momentsOf(histories);
        const pick = (): number => moments[(picks.next().value ?? 0) % moments.length] ?? 0;
        for (let cut = 0; cut < 3; cut += 1) {
          const [from = 0, to = 0, later = 0] = [pick(), pick(), pick()].toSorted((a, b) => a - b);
          if (from === to || to === later) continue;
          const known = cut === 0 ? commits : ((picks.next().value ?? 0) % commits) + 1;

          const answer = await form(from, to, pick(), known);
          const next = await form(to, later, now, known);
          const whole = await form(from, to, now, known);

          for (const { figures, remainders, checks, kind } of answer.rows) {
            const { identity, ...sums } = checks;
            expect(identity).toEqual(figures.received === null ? null : (remainders['out-of-order'] ?? 0) + 0);
            for (const difference of Object.values(sums)) expect([null, 0]).toContain(difference);
            // Only what could not be placed may be less than nothing: a receipt here, an end told of elsewhere.
            if (kind === 'unit') for (const figure of Object.values(figures)) expect(figure).toBeGreaterThanOrEqual(0);
          }
          const [total, ...parts] = answer.rows.map(valuesOf);
          for (const [index, value] of (total ?? []).entries()) {
            const sum = parts.reduce((all, part) => all + (part[index] ?? 0), 0);
            if (value !== null) expect(sum).toBe(value);
          }
          const [{ figures: ended }, { figures: begun }] = [totalOf(whole), totalOf(next)];
          if (ended.paused !== null) expect(begun['carried-over']).toBe((ended['in-progress'] ?? 0) + ended.paused);
        }
      }),
      { numRuns: 15 },
    );
  },
);

test('what a source states of the form stands beside ours, with the differences of its own totals', async ({
  database,
}) => {
  const stated = (figure: string, value: number) =>
    reportSchema.parse({
      kind: 'report',
      recordId: figure,
      occurredAt: '2026-04-01T00:00:00.000Z',
      indicator: `dossiers.form.${figure}`,
      unit: '00004',
      period: { from: '2026-03-01', to: '2026-03-31' },
      value,
      unitOfMeasure: '{dossier}',
      statedBy: 'Báo cáo của phường',
    });
  const reports = [stated('received', 12), stated('carried-over', 2), stated('received-in-period', 9)];
  const { form, commits } = await openForm(database.pool, [[]], reports);
  const monthStart = Date.parse('2026-02-28T17:00:00.000Z');
  const monthEnd = Date.parse('2026-03-31T17:00:00.000Z');

  const march = await form(monthStart, monthEnd, now, commits);
  const april = await form(monthEnd, Date.parse('2026-04-30T17:00:00.000Z'), now, commits);

  expect(march.stated).toMatchObject([
    {
      unit: '00004',
      statedBy: 'Báo cáo của phường',
      figures: { received: 12, handled: null },
      checks: { received: 1, handled: null, identity: null },
    },
  ]);
  expect(april.stated).toEqual([]);
});
