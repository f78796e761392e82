import { hanoi } from '@flagtower/city-hanoi';
import {
  kpiCellSchema,
  kpiQuerySchema,
  recordSchema,
  sourceConfigSchema,
  topicSchema,
  type FlagtowerRecord,
  type KpiCell,
} from '@flagtower/contracts';
import { isSummed, ruleBookOf } from '@flagtower/domain';
import {
  commitBatch,
  declareSource,
  ensureLedgers,
  instantOf,
  ledgerNamed,
  ledgerStore,
  readKpi,
  setClock,
  sourceNamed,
  type Ledger,
} from '@flagtower/store';
import { test } from '@flagtower/store/testing';
import * as fc from 'fast-check';
import type { Pool } from 'pg';
import { expect, onTestFinished } from 'vitest';

import { LedgerEngine, type LedgerEngineOptions } from './ledger-engine.ts';

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const morning = Date.parse('2026-03-31T02:00:00.000Z');

function rethrow(error: unknown): never {
  throw error;
}

function openEngine(options: LedgerEngineOptions): LedgerEngine {
  const engine = new LedgerEngine(options);
  onTestFinished(() => engine.settle());
  return engine;
}

/** A story of one dossier, in hours from the start of the test. */
interface Story {
  readonly unit: string;
  readonly channel: string;
  readonly received: number;
  readonly due: number | null;
  readonly handled: number | null;
  readonly movedTo: string | null;
}

const anyUnit = fc.constantFrom('00004', '00008', '00070');
const anyStory: fc.Arbitrary<Story> = fc.record({
  unit: anyUnit,
  channel: fc.constantFrom('online', 'desk', 'at-home'),
  received: fc.integer({ min: -24 * 100, max: 30 }),
  due: fc.option(fc.integer({ min: 1, max: 80 })),
  handled: fc.option(fc.integer({ min: 0, max: 90 })),
  movedTo: fc.option(anyUnit),
});

function recordsOf(story: Story, index: number): FlagtowerRecord[] {
  const dossier = `D-${String(index)}`;
  const at = (hours: number): string => instantOf(morning + hours * hourMs);
  const record = (step: string, hours: number, more: object = {}): FlagtowerRecord =>
    recordSchema.parse({
      kind: 'dossier-event',
      recordId: `${dossier}/${step}`,
      version: 0,
      occurredAt: at(hours),
      caseKind: 'dossier',
      dossier,
      steps: [{ step, at: at(hours) }],
      dating: 'change',
      ...more,
    });
  const due = story.due === null ? null : { at: at(story.received + story.due), precision: 'instant' };
  return [
    record('received', story.received, { unit: story.unit, channel: story.channel, procedure: '1.001193', due }),
    ...(story.movedTo === null ? [] : [record('transferred', story.received + 1, { unit: story.movedTo })]),
    ...(story.handled === null ? [] : [record('handled', story.received + story.handled)]),
  ];
}

let cities = 0;

async function openDesk(pool: Pool): Promise<{
  ledger: Ledger;
  city: typeof hanoi;
  send: (records: readonly FlagtowerRecord[], now: number) => Promise<void>;
}> {
  cities += 1;
  const city = { ...hanoi, id: `engine-${String(cities)}` };
  await ensureLedgers(pool, city.id, city.zone, city.rulesVersion);
  const ledger = await ledgerNamed(pool, city.id, 'trial');
  await declareSource(
    pool,
    ledger.id,
    sourceConfigSchema.parse({ id: 'desk', names: { vi: 'Quầy', en: 'Desk' }, ledger: 'trial', zone: city.zone }),
  );
  const store = ledgerStore(pool, ruleBookOf(city));
  return {
    ledger,
    city,
    send: async (records, now) => {
      const source = await sourceNamed(pool, ledger.id, 'desk');
      if (source === null) throw new Error('the source was just declared');
      await commitBatch(store, {
        ledger,
        source,
        importId: null,
        fileHash: null,
        items: records.map((record, index) => ({ line: index + 1, record })),
        rejections: [],
        now,
      });
    },
  };
}

const anyDay = fc.record({
  stories: fc.array(anyStory, { minLength: 1, maxLength: 30 }),
  /** Hours after the morning at which the engine ticks; records that have happened by then are sent before it. */
  ticks: fc
    .array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 5 })
    .map((hours) => hours.toSorted((a, b) => a - b)),
  unit: fc.constantFrom('01', '00004', '00008'),
});

test(
  'every tick says what the one read function says at the same cut, for every figure and period',
  { timeout: 120_000 },
  async ({ database }) => {
    await fc.assert(
      fc.asyncProperty(anyDay, async ({ stories, ticks, unit }) => {
        const { pool } = database;
        const { ledger, city, send } = await openDesk(pool);
        const clock = { now: morning };
        const engine = openEngine({
          pool,
          city,
          ledger: 'trial',
          epoch: 'e1',
          now: () => clock.now,
          onDelta: () => undefined,
          onFailure: rethrow,
        });
        const topic = topicSchema.parse(`kpis/${unit}`);
        const left = new Set(stories.flatMap(recordsOf));
        await engine.publicationOf(topic);

        for (const hours of ticks) {
          clock.now = morning + hours * hourMs;
          const happened = [...left].filter(({ occurredAt }) => Date.parse(occurredAt) <= clock.now);
          for (const record of happened) left.delete(record);
          await send(happened, clock.now);
          await engine.tick();

          const publication = await engine.publicationOf(topic);
          const cells = [...(publication?.state ?? new Map<string, unknown>())].map(
            ([key, cell]) => [key, kpiCellSchema.parse(cell)] as const,
          );
          expect(cells.length).toBeGreaterThan(50);
          for (const [key, cell] of cells) {
            const definition = city.kpis.find(({ id }) => id === cell.kpi);
            if (definition === undefined || !isSummed(definition.formula)) continue;
            const { values } = await readKpi(
              { db: pool, city, ledger, now: clock.now },
              questionOf(cell, unit, clock.now, publication?.cut.knownSeq ?? 0),
            );
            expect([key, cell.value, cell.numerator, cell.denominator]).toEqual([
              key,
              values[0]?.value,
              values[0]?.numerator,
              values[0]?.denominator,
            ]);
          }
        }
      }),
      { numRuns: 5 },
    );
  },
);

function questionOf(cell: KpiCell, unit: string, at: number, knownSeq: number): Parameters<typeof readKpi>[1] {
  const from = cell.period === 'hour' ? instantOf(at - hourMs + 1) : cell.from;
  return kpiQuerySchema.parse({
    kpi: cell.kpi,
    ledger: 'trial',
    source: null,
    unit,
    geography: null,
    from,
    to: null,
    at: instantOf(at),
    knownSeq,
    by: null,
  });
}

test('a dossier turns overdue on the wall by the clock alone', async ({ database }) => {
  const { pool } = database;
  const { city, send } = await openDesk(pool);
  const clock = { now: morning };
  const deltas: unknown[] = [];
  const engine = openEngine({
    pool,
    city,
    ledger: 'trial',
    epoch: 'e1',
    now: () => clock.now,
    onDelta: (delta) => deltas.push(delta),
    onFailure: rethrow,
  });
  await send(
    recordsOf({ unit: '00004', channel: 'online', received: -1, due: 2, handled: null, movedTo: null }, 1),
    clock.now,
  );
  await engine.publicationOf(topicSchema.parse('kpis/01'));

  clock.now = morning + hourMs + 1;
  await engine.tick();

  expect(deltas).toMatchObject([
    { revision: 1, set: { 'dossiers.overdue|now': { value: 1 }, 'dossiers.near-due|now': { value: 0 } } },
  ]);
});

test('today begins again at the ledger’s midnight', async ({ database }) => {
  const { pool } = database;
  const { city, send } = await openDesk(pool);
  const clock = { now: morning };
  const engine = openEngine({
    pool,
    city,
    ledger: 'trial',
    epoch: 'e1',
    now: () => clock.now,
    onDelta: () => undefined,
    onFailure: rethrow,
  });
  await send(
    recordsOf({ unit: '00004', channel: 'online', received: -1, due: null, handled: null, movedTo: null }, 1),
    clock.now,
  );
  const topic = topicSchema.parse('kpis/01');
  const before = (await engine.publicationOf(topic))?.state.get('dossiers.received|today');

  clock.now = morning + 15 * hourMs;
  await engine.tick();
  const after = (await engine.publicationOf(topic))?.state.get('dossiers.received|today');

  expect([before, after]).toMatchObject([{ value: 1 }, { value: 0 }]);
});

test('rankings and series follow what is committed', async ({ database }) => {
  const { pool } = database;
  const { city, send } = await openDesk(pool);
  const clock = { now: morning };
  const engine = openEngine({
    pool,
    city,
    ledger: 'trial',
    epoch: 'e1',
    now: () => clock.now,
    onDelta: () => undefined,
    onFailure: rethrow,
  });
  const stateOf = async (topic: string): Promise<unknown> =>
    Object.fromEntries((await engine.publicationOf(topicSchema.parse(topic)))?.state ?? []);
  await stateOf('ranking/overdue');

  await send(
    recordsOf({ unit: '00008', channel: 'desk', received: -48, due: 24, handled: null, movedTo: null }, 1),
    clock.now,
  );
  await send(
    recordsOf({ unit: '00004', channel: 'online', received: -1, due: 30, handled: null, movedTo: null }, 2),
    clock.now,
  );
  await engine.tick();

  expect(await stateOf('ranking/overdue')).toMatchObject({
    '00008': {
      overdue: 1,
      open: 1,
      spark: [null, null, null, null, null, null, null, null, null, null, null, 0, 1, 1],
    },
  });
  expect(await stateOf('ranking/units')).toMatchObject({ '00004': { received: 1, open: 1, overdue: 0 } });
  expect(await stateOf('ranking/channels')).toMatchObject({ online: { received: 1, share: 1 } });
  expect(await stateOf('series/open.days')).toMatchObject({
    [instantOf(Date.parse('2026-03-30T17:00:00.000Z'))]: { value: 2, partial: true },
    [instantOf(Date.parse('2026-03-29T17:00:00.000Z'))]: { value: 1 },
  });
  expect(await stateOf('series/received.hours')).toMatchObject({
    '2026-03-31T01:00:00.000Z': { value: 1, partial: false },
    '2026-03-31T09:00:00.000Z': { value: null },
  });
});

test('a clock that is set back starts from the store again', async ({ database }) => {
  const { pool } = database;
  const { ledger, city, send } = await openDesk(pool);
  const clock = { now: morning };
  const engine = openEngine({
    pool,
    city,
    ledger: 'trial',
    epoch: 'e1',
    now: () => clock.now,
    onDelta: () => undefined,
    onFailure: rethrow,
  });
  await send(
    recordsOf({ unit: '00004', channel: 'online', received: -1, due: null, handled: null, movedTo: null }, 1),
    clock.now,
  );
  const topic = topicSchema.parse('kpis/01');
  await engine.publicationOf(topic);

  await setClock(pool, ledger.id, { kind: 'driven', anchorReal: morning, anchorLedger: morning - 3 * dayMs, speed: 1 });
  await engine.tick();

  const state = (await engine.publicationOf(topic))?.state;
  expect(state?.get('dossiers.received|all')).toMatchObject({ value: 0 });
});
