import { hanoi } from '@flagtower/city-hanoi';
import {
  explanationSchema,
  kpiAnswerSchema,
  observationSchema,
  sourceBoardRowSchema,
  sourceConfigSchema,
  topicSchema,
  type FlagtowerRecord,
  type KpiValue,
  type SourceBoardRow,
} from '@flagtower/contracts';
import {
  commitBatch,
  declareSource,
  ensureLedgers,
  forgetConduct,
  ledgerNamed,
  recordAudit,
  sourceNamed,
} from '@flagtower/store';
import { describe, expect } from 'vitest';
import { z } from 'zod';

import { LedgerEngine } from '../engine/ledger-engine.ts';
import { test as base } from '../testing/test-service.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

function reading(at: number, value: number): FlagtowerRecord {
  const occurredAt = new Date(at).toISOString();
  const air = { feed: 'air', entity: 'a', metric: 'pm25', unitOfMeasure: 'ug/m3' };
  return observationSchema.parse({ ...air, kind: 'observation', recordId: occurredAt, occurredAt, value });
}

interface Board {
  readonly rows: () => Promise<SourceBoardRow[]>;
  readonly values: (kpi: string, more?: Readonly<Record<string, string>>) => Promise<KpiValue[]>;
  /** Tells something of a source at a moment of the service's clock: a reading each, and so many refused ones. */
  readonly tell: (id: string, at: number, readings: readonly number[], refused?: number) => Promise<void>;
}

const test = base.extend('board', async ({ service }): Promise<Board> => {
  const { app, store } = service;
  const ledger = await ledgerNamed(store.pool, hanoi.id, 'trial');
  const declare = async (id: string): Promise<void> =>
    await declareSource(
      store.pool,
      ledger.id,
      sourceConfigSchema.parse({
        id,
        names: { vi: id, en: id },
        ledger: 'trial',
        zone: hanoi.zone,
        cadence: { everySeconds: 60 },
      }),
    );
  return {
    rows: async () =>
      z.object({ sources: z.array(sourceBoardRowSchema) }).parse((await app.inject('/v1/sources?ledger=trial')).json())
        .sources,
    values: async (kpi, more = {}) => {
      const words = new URLSearchParams({ ledger: 'trial', ...more }).toString();
      return kpiAnswerSchema.parse((await app.inject(`/v1/kpis/${kpi}?${words}`)).json()).values;
    },
    tell: async (id, at, readings, refused = 0) => {
      await declare(id);
      const source = await sourceNamed(store.pool, ledger.id, id);
      if (source === null) throw new TypeError('it was declared');
      await commitBatch(store, {
        ledger,
        source,
        importId: null,
        fileHash: null,
        items: readings.map((value, index) => ({ line: index + 1, record: reading(at - value * 1000, value) })),
        rejections: Array.from({ length: refused }, (_, line) => ({
          line,
          reason: 'not-parseable' as const,
          fields: [],
          remedy: 'look at it',
        })),
        now: at,
      });
    },
  };
});

const states = { live: 'live', late: 'late', stale: 'stale', lost: 'lost', unheard: 'none' } as const;

describe('figures about the sources', { timeout: 60_000 }, () => {
  test('agree with the board to the unit, each source for itself too', async ({ board, service }) => {
    const now = Date.now();
    await board.tell('is-live', now - 2 * hourMs, [1, 2, 3]);
    await board.tell('is-live', now - hourMs, [1, 2], 2);
    await board.tell('is-live', now - 10_000, [1]);
    await board.tell('is-late', now - 90_000, [4, 5]);
    await board.tell('is-stale', now - 5 * minuteMs, [6, 6, 6]);
    await board.tell('is-lost', now - 3 * hourMs, [7], 1);
    await service.source('is-silent');

    const rows = await board.rows();

    for (const [kpi, state] of Object.entries(states)) {
      const these = rows.filter(({ freshness }) => freshness.state === state).map(({ id }) => id);
      const [figure] = await board.values(`sources.${kpi}`);
      const parts = await board.values(`sources.${kpi}`, { by: 'source' });
      expect([kpi, figure?.value]).toEqual([kpi, these.length]);
      expect(parts.filter(({ value }) => value === 1).map(({ key }) => key['source'])).toEqual(these);
      expect(parts.map(({ key }) => key['source'])).toEqual(rows.map(({ id }) => id));
    }
    for (const counted of ['accepted', 'duplicates', 'quarantined', 'conflicts'] as const) {
      const [figure] = await board.values(`sources.${counted}`);
      const parts = await board.values(`sources.${counted}`, { by: 'source' });
      expect([counted, figure?.value]).toEqual([counted, rows.reduce((sum, row) => sum + row[counted], 0)]);
      expect(parts.map(({ value }) => value)).toEqual(rows.map((row) => row[counted]));
    }
    const [completeness] = await board.values('sources.completeness');
    const contacts = rows.flatMap((row) => row.contacts ?? []);
    const [expected, seen] = [
      contacts.reduce((sum, each) => sum + each.expected, 0),
      contacts.reduce((sum, each) => sum + each.seen, 0),
    ];
    expect(completeness).toMatchObject({ numerator: seen, denominator: expected, value: seen / expected });
    expect(rows.find(({ id }) => id === 'is-stale')).toMatchObject({ accepted: 1, duplicates: 2 });
  });

  test('say how the sources stood at any hour, and what came in each', async ({ board }) => {
    const hour = Math.floor(Date.now() / hourMs) * hourMs;
    const at = (ms: number): Record<string, string> => ({ source: 'of-hours', at: new Date(ms).toISOString() });
    await board.tell('of-hours', hour - 5 * hourMs + minuteMs, [1, 2, 3]);
    await board.tell('of-hours', hour - 5 * hourMs + 2 * minuteMs, [1]);
    await board.tell('of-hours', hour - 2 * hourMs + 20 * minuteMs, [1, 2], 4);

    const value = async (kpi: string, ms: number): Promise<number | null | undefined> =>
      (await board.values(kpi, at(ms)))[0]?.value;
    const before = hour - 5 * hourMs;
    expect(await value('sources.unheard', before)).toBe(1);
    expect(await value('sources.live', before + 2 * minuteMs)).toBe(1);
    expect(await value('sources.stale', before + 6 * minuteMs)).toBe(1);
    expect(await value('sources.lost', before + hourMs)).toBe(1);
    expect(await value('sources.lost', hour - 2 * hourMs + 21 * minuteMs)).toBe(0);

    const from = new Date(before).toISOString();
    const byHour = async (kpi: string): Promise<(number | null)[]> =>
      (await board.values(kpi, { ...at(hour - 1), from, by: 'hour' })).map((each) => each.value);
    expect(await byHour('sources.accepted')).toEqual([4, 0, 0, 2, 0]);
    expect(await byHour('sources.quarantined')).toEqual([0, 0, 0, 4, 0]);
    expect(await byHour('sources.lost')).toEqual([1, 1, 1, 1, 1]);
    const [untilThen] = await board.values('sources.accepted', at(hour - 3 * hourMs));
    expect(untilThen?.value).toBe(4);
  });

  test('keep their sums when the quarters are let go, and say of such days that they are not known', async ({
    board,
    service,
  }) => {
    const now = Date.now();
    const ledger = await ledgerNamed(service.store.pool, hanoi.id, 'trial');
    await board.tell('long-ago', now - 100 * dayMs, [1, 2, 3]);
    await board.tell('long-ago', now - dayMs, [1, 2]);
    const about = { source: 'long-ago', from: new Date(now - 110 * dayMs).toISOString() };
    const whole = async (more: Record<string, string>): Promise<number | null | undefined> =>
      (await board.values('sources.accepted', more))[0]?.value;
    expect([await whole(about), await whole({ source: 'long-ago' })]).toEqual([5, 5]);

    await forgetConduct(service.store.pool, ledger.id, { before: now - 91 * dayMs, most: 100 });
    await forgetConduct(service.store.pool, ledger.id, { before: now - 91 * dayMs, most: 100 });

    expect([await whole(about), await whole({ source: 'long-ago' })]).toEqual([null, 5]);
    expect(await whole({ ...about, from: new Date(now - 90 * dayMs).toISOString() })).toBe(2);
  });

  test('tell of the last self-audit, and nothing before the first one', async ({ board, service }) => {
    const { pool } = service.store;
    const ledger = await ledgerNamed(pool, hanoi.id, 'trial');
    const auditedAt = Date.now() - 2 * hourMs;
    expect((await board.values('sources.audit-age'))[0]?.value).toBeNull();

    await recordAudit(pool, ledger.id, { at: auditedAt, seq: 1, coverage: 0.05, differences: 3 });

    const age = (await board.values('sources.audit-age'))[0]?.value ?? 0;
    expect(Math.abs(age - 2 * hourMs)).toBeLessThan(minuteMs);
    expect((await board.values('sources.audit-differences'))[0]?.value).toBe(3);
    const [before] = await board.values('sources.audit-differences', { at: new Date(auditedAt - 1).toISOString() });
    expect(before?.value).toBeNull();
  });

  test('are explained by their sources, those that matter first', async ({ board, service }) => {
    await board.tell('refuses-most', Date.now() - minuteMs, [1], 50);

    const explain = async (kpi: string): Promise<z.infer<typeof explanationSchema>> =>
      explanationSchema.parse((await service.app.inject(`/v1/kpis/${kpi}/explain?ledger=trial`)).json());
    const refused = await explain('sources.quarantined');
    const audit = await explain('sources.audit-age');

    expect(refused.conduct[0]).toMatchObject({ source: 'refuses-most', value: 50 });
    expect(refused.conduct.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(refused.answer.values[0]?.value);
    expect(audit.conduct).toEqual([]);
    expect(audit.answer.kpi).toBe('sources.audit-age');
  });

  test('stream as they are answered, and turn with the clock', async ({ service }) => {
    const { pool } = service.store;
    const city = { ...hanoi, id: 'conduct-stream' };
    await ensureLedgers(pool, city.id, city.zone, city.rulesVersion);
    const ledger = await ledgerNamed(pool, city.id, 'trial');
    const config = { id: 'desk', names: { vi: 'Quầy', en: 'Desk' }, ledger: 'trial', zone: city.zone };
    await declareSource(pool, ledger.id, sourceConfigSchema.parse({ ...config, cadence: { everySeconds: 60 } }));
    const source = await sourceNamed(pool, ledger.id, 'desk');
    if (source === null) throw new TypeError('it was declared');
    let now = Date.parse('2026-03-02T03:00:00Z');
    const items = [{ line: 1, record: reading(now - 1000, 1) }];
    await commitBatch(service.store, { ledger, source, importId: null, fileHash: null, items, rejections: [], now });
    const engine = new LedgerEngine({
      pool,
      city,
      ledger: 'trial',
      epoch: 'one',
      now: () => now,
      onDelta: () => undefined,
      onFailure: (error) => {
        throw error;
      },
    });
    const topic = topicSchema.parse(`kpis/${city.root}`);
    const cellSchema = z.object({ value: z.number().nullable(), freshness: z.object({ state: z.string() }) });
    const cell = async (key: string): Promise<unknown> => {
      await engine.tick();
      await engine.settle();
      await engine.tick();
      return cellSchema.parse((await engine.publicationOf(topic))?.state.get(key));
    };

    const live = await cell('sources.live|now');
    const accepted = await cell('sources.accepted|all');
    now += 5 * minuteMs;
    const stale = await cell('sources.stale|now');
    await engine.settle();

    expect([live, accepted, stale]).toEqual([1, 1, 1].map((value) => ({ value, freshness: { state: 'live' } })));
  });
});
