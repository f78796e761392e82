import { dossierEventSchema, measureSchema, sourceConfigSchema, type FlagtowerRecord } from '@flagtower/contracts';
import { plainRuleBook, type Claim, type FoldRules, type RuleBook } from '@flagtower/domain';
import { anyHistories, momentsOf, recount, rules } from '@flagtower/domain/testing';
import * as fc from 'fast-check';
import type { Pool } from 'pg';
import { expect } from 'vitest';

import { instantOf } from '../read/instant.ts';
import { SharedReads } from '../read/shared-reads.ts';
import { readSums, type SumQuestion } from '../read/sums.ts';
import { sealBalances } from '../seals/seal-balances.ts';
import { test } from '../testing/database.ts';
import { verifyLedger } from '../verify/verify-ledger.ts';
import { adoptRules } from './adopt-rules.ts';
import { claimOf } from './claim-codec.ts';
import { commitBatch, ledgerStore } from './commit.ts';
import { identityOf } from './identity.ts';
import { startImport } from './imports.ts';
import { ensureLedgers, ledgerNamed, wholeCommit, type Ledger } from './ledgers.ts';
import { retractImport } from './retract.ts';
import { declareSource, sourceNamed } from './sources.ts';

/*
 * The ledger against the oracle: whatever is told, in whatever order, doubled, corrected, by two sources, in batches of
 * any size, with an import taken back in between, the store's sums at any moment and any commit are what a clerk counts
 * who reads what was told by then; by the rules of then, for in the middle of it the ledger adopts others. Balances are sealed
 * meanwhile, every few records.
 */

const book: RuleBook = { version: rules.version, rules: () => rules };
const rulesBefore = plainRuleBook.rules(rules.zone);

const now = Date.parse('2030-01-01T00:00:00.000Z');

interface Told {
  readonly claim: Claim;
  readonly dossier: string;
  readonly record: FlagtowerRecord;
  readonly identity: string;
}

function toldOf(claims: readonly Claim[], index: number): Told[] {
  const dossier = `D${String(index)}`;
  return claims.map(({ source, rank, recordId, version, at, dating, steps, due, ...values }) => {
    const record = dossierEventSchema.parse({
      kind: 'dossier-event',
      recordId: `${dossier}:${recordId}`,
      version,
      occurredAt: instantOf(at),
      caseKind: 'dossier',
      dossier,
      steps: steps.map((step) => ({ step: step.step, at: instantOf(step.at) })),
      dating,
      unit: values.unit,
      procedure: values.procedure,
      channel: values.channel,
      payment: values.payment,
      result: values.result,
      due: due && { at: instantOf(due.at), precision: due.precision },
    });
    const { hash, identity } = identityOf(source, record);
    return { claim: claimOf(record, { source, rank, hash }), dossier, record, identity };
  });
}

/** What is told at one position of the commit order. */
interface Position {
  readonly knownSeq: number;
  readonly told: readonly Told[];
  readonly rules: FoldRules;
}

/** When the ledger adopts the rules: after this batch, all at once or, dossier by dossier, as they are told of. */
interface Adopting {
  readonly after: number;
  readonly isLazy: boolean;
}

interface Plan {
  /** The import of this position, counted round, is retracted in the end. */
  readonly takeBack: number;
  readonly adopting: Adopting;
  /** Records of a seal. */
  readonly interval: number;
}

let cities = 0;

async function openLedger(pool: Pool): Promise<Ledger> {
  cities += 1;
  const city = `property-${String(cities)}`;
  await ensureLedgers(pool, city, rules.zone);
  const ledger = await ledgerNamed(pool, city, 'trial');
  for (const [id, rank] of [
    ['hall', 1],
    ['kiosk', 1],
    ['portal', 2],
  ] as const) {
    await declareSource(
      pool,
      ledger.id,
      sourceConfigSchema.parse({
        id,
        names: { vi: id, en: id },
        ledger: 'trial',
        namespace: 'one-stop',
        rank,
        zone: rules.zone,
      }),
    );
  }
  return ledger;
}

/** Commits batches as imports of their source, adopts the rules meanwhile, and takes one import back after all. */
async function play(
  pool: Pool,
  ledger: Ledger,
  batches: readonly (readonly Told[])[],
  { takeBack, adopting, interval }: Plan,
): Promise<Position[]> {
  const [plain, adopted] = [ledgerStore(pool), ledgerStore(pool, book)];
  const held = new Map<string, Told & { readonly importId: string }>();
  const positions: Position[] = [{ knownSeq: 0, told: [], rules: rulesBefore }];
  const imports: string[] = [];
  const adopt = async (): Promise<void> => {
    await adoptRules(adopted, ledger.id, { now: () => now });
    const { lastSeq } = await ledgerNamed(pool, ledger.city, ledger.name);
    const { seq: knownSeq } = await wholeCommit(pool, ledger.id, lastSeq);
    positions.push({ knownSeq, told: [...held.values()], rules });
  };
  const after = adopting.after % batches.length;
  for (const [index, batch] of batches.entries()) {
    const store = index < after ? plain : adopted;
    if (index === after && !adopting.isLazy) await adopt();
    for (const [sourceId, items] of Map.groupBy(batch, ({ claim }) => claim.source)) {
      const source = await sourceNamed(pool, ledger.id, sourceId);
      if (source === null) throw new Error('the source was declared');
      const importId = `${ledger.city}-${String(index)}-${sourceId}`;
      await startImport(pool, {
        id: importId,
        ledgerId: ledger.id,
        sourceId,
        format: 'ndjson',
        fileName: null,
        fileHash: '0',
        startedAt: now,
      });
      imports.push(importId);
      const { knownSeq } = await commitBatch(store, {
        ledger,
        source,
        importId,
        fileHash: null,
        items: items.map(({ record }, line) => ({ line: line + 1, record })),
        rejections: [],
        now,
      });
      for (const item of items) if (!held.has(item.identity)) held.set(item.identity, { ...item, importId });
      // Until all have adopted, some dossiers are counted by the old rules and some by the new ones.
      if (index < after || !adopting.isLazy)
        positions.push({ knownSeq, told: [...held.values()], rules: index < after ? rulesBefore : rules });
    }
    if (index % 2 === 0) await sealBalances(pool, ledger.id, { interval });
  }
  await adopt();
  const wrong = imports[takeBack % imports.length];
  if (wrong !== undefined) {
    const { knownSeq } = await retractImport(adopted, wrong, now);
    positions.push({ knownSeq, told: [...held.values()].filter(({ importId }) => importId !== wrong), rules });
  }
  await sealBalances(pool, ledger.id, { interval });
  return positions;
}

async function storedAt(
  pool: Pool,
  ledger: Ledger,
  { at, from }: { readonly at: number; readonly from: number | null },
  knownSeq: number,
  lastSeq: number,
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  const shared = new SharedReads(measureSchema.options, at);
  const read = async (
    place: string,
    by: 'unit' | 'procedure' | 'channel',
    within: { readonly units: readonly string[] | null; readonly procedures?: readonly string[] },
  ): Promise<string[]> => {
    const question: SumQuestion = {
      ledger,
      caseKind: 'dossier',
      source: null,
      ...within,
      measures: measureSchema.options,
      span: { from, to: at + 1 },
      at,
      knownSeq,
      lastSeq,
      by,
    };
    const sums = await readSums(pool, question);
    // A page reads what came after its commit once for all its figures: to the same sums.
    expect(await shared.sums(pool, question)).toEqual(sums);
    for (const [group, measures] of sums)
      for (const [measure, sum] of measures) if (sum !== 0) counts.set(`${place}|${measure}|${group}`, sum);
    return [...sums.keys()];
  };
  for (const by of ['unit', 'procedure', 'channel'] as const) await read(by, by, { units: null });
  for (const unit of await read('unit', 'unit', { units: null })) {
    // No balance tells procedures within a unit: this is the way over the entries of its cells.
    for (const procedure of await read(`procedure in ${unit}`, 'procedure', { units: [unit] }))
      await read(`channel in ${unit}, ${procedure}`, 'channel', { units: [unit], procedures: [procedure] });
  }
  return counts;
}

/**
 * The oracle's counts by one dimension at a time, and down from a unit over its procedures to their channels. From a
 * moment on: what the counts have grown by since the millisecond before it, of cohorts those received since.
 */
function countedAt(
  { told, rules: inForce }: Position,
  { at, from }: { at: number; from: number | null },
): Map<string, number> {
  const dossiers = [...Map.groupBy(told, ({ dossier }) => dossier).values()].map((items) =>
    items.map(({ claim }) => claim),
  );
  const counts = new Map<string, number>();
  const add = (key: string, count: number): void => {
    const [measure = '', unit = '', procedure = '', channel = ''] = key.split('|');
    for (const place of [
      `unit|${measure}|${unit}`,
      `procedure|${measure}|${procedure}`,
      `channel|${measure}|${channel}`,
      `procedure in ${unit}|${measure}|${procedure}`,
      `channel in ${unit}, ${procedure}|${measure}|${channel}`,
    ]) {
      const sum = (counts.get(place) ?? 0) + count;
      if (sum === 0) counts.delete(place);
      else counts.set(place, sum);
    }
  };
  const receiptOf = (key: string): number | null => {
    const receipt = key.split('|')[4];
    return receipt === undefined ? null : Number(receipt);
  };
  for (const [key, count] of recount(dossiers, at, inForce)) {
    const receipt = receiptOf(key);
    if (receipt === null || from === null || receipt >= from) add(key, count);
  }
  if (from === null) return counts;
  if (from > at) return new Map<string, number>();
  for (const [key, count] of recount(dossiers, from - 1, inForce)) if (receiptOf(key) === null) add(key, -count);
  return counts;
}

test(
  'sums at any moment, as known at any commit, are what the oracle counts',
  { timeout: 240_000 },
  async ({ database }) => {
    await fc.assert(
      fc.asyncProperty(
        anyHistories,
        fc.integer({ min: 1, max: 6 }),
        fc.record({
          takeBack: fc.nat(),
          adopting: fc.record({ after: fc.nat(), isLazy: fc.boolean() }),
          interval: fc.integer({ min: 1, max: 12 }),
        }),
        fc.infiniteStream(fc.nat()),
        async (histories, batchSize, plan, picks) => {
          const { pool } = database;
          const ledger = await openLedger(pool);
          const told = histories.flatMap(toldOf);
          const batches = Array.from({ length: Math.ceil(told.length / batchSize) }, (_, index) =>
            told.slice(index * batchSize, (index + 1) * batchSize),
          );

          const positions = await play(pool, ledger, batches, plan);

          const lastSeq = positions.at(-1)?.knownSeq ?? 0;
          const moments = momentsOf(histories);
          const pick = <Item>(items: readonly Item[]): Item | undefined =>
            items[(picks.next().value ?? 0) % items.length];
          for (let cut = 0; cut < 6; cut += 1) {
            const at = pick(moments) ?? now;
            const position = cut === 0 ? positions.at(-1) : pick(positions);
            if (position === undefined) continue;
            const span = { at, from: cut % 2 === 0 ? null : (pick(moments) ?? null) };
            expect(await storedAt(pool, ledger, span, position.knownSeq, lastSeq)).toEqual(countedAt(position, span));
          }
          const verification = await verifyLedger(pool, ledger.id, { share: 1, from: 0, rules: book });
          expect(verification).toMatchObject({ differences: [], waiting: 0 });
        },
      ),
      { numRuns: 25 },
    );
  },
);
