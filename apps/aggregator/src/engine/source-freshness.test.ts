import { hanoi } from '@flagtower/city-hanoi';
import {
  kpiCellSchema,
  kpiQuerySchema,
  observationSchema,
  recordSchema,
  sourceCellSchema,
  sourceConfigSchema,
  topicSchema,
  type FlagtowerRecord,
  type Freshness,
  type KpiCell,
} from '@flagtower/contracts';
import { freshnessState, ruleBookOf } from '@flagtower/domain';
import {
  commitBatch,
  declareSource,
  ensureLedgers,
  explainKpi,
  instantOf,
  ledgerNamed,
  ledgerStore,
  ledgerTime,
  readKpi,
  setClock,
  sourceNamed,
  type Ledger,
  type LedgerClock,
} from '@flagtower/store';
import { test } from '@flagtower/store/testing';
import type { Pool } from 'pg';
import { expect, onTestFinished } from 'vitest';

import { LedgerEngine } from './ledger-engine.ts';

const morning = Date.parse('2026-03-31T02:00:00.000Z');
const minuteMs = 60_000;

/** A city whose only source of incidents promises a sign of life every minute. */
async function openRoads(pool: Pool, id: string, kpis = hanoi.kpis) {
  const city = { ...hanoi, id, kpis };
  await ensureLedgers(pool, city.id, city.zone, city.rulesVersion);
  const ledger = await ledgerNamed(pool, city.id, 'trial');
  const config = {
    id: 'roads',
    names: { vi: 'Đường', en: 'Roads' },
    ledger: 'trial',
    zone: city.zone,
    cadence: { everySeconds: 60 },
    notices: ['incident'],
  };
  await declareSource(pool, ledger.id, sourceConfigSchema.parse(config));
  const clock = { now: morning };
  const engine = new LedgerEngine({
    pool,
    city,
    ledger: 'trial',
    epoch: 'e1',
    now: () => clock.now,
    onDelta: () => undefined,
    onFailure: (error) => {
      throw error;
    },
  });
  onTestFinished(() => engine.settle());
  return {
    ledger,
    city,
    /** What the engine says after so many minutes, once it has read what it reads beside the ticks. */
    after: async (minutes: number, topic: string): Promise<ReadonlyMap<string, unknown>> => {
      clock.now = morning + minutes * minuteMs;
      await engine.tick();
      await engine.settle();
      await engine.tick();
      const publication = await engine.publicationOf(topicSchema.parse(topic));
      if (publication === null) throw new Error(`no topic ${topic}`);
      return publication.state;
    },
    /** @param records of what it tells; none is a sign of life all the same */
    speak: async (minutes: number, ...records: readonly FlagtowerRecord[]) => {
      await signOfLife(pool, ruleBookOf(city), ledger, morning + minutes * minuteMs, records);
    },
  };
}

async function signOfLife(
  pool: Pool,
  rules: ReturnType<typeof ruleBookOf>,
  ledger: Ledger,
  now: number,
  records: readonly FlagtowerRecord[],
) {
  const source = await sourceNamed(pool, ledger.id, 'roads');
  if (source === null) throw new Error('the source was just declared');
  const items = records.map((record, index) => ({ line: index + 1, record }));
  const batch = { ledger, source, importId: null, fileHash: null, items, rejections: [], now };
  await commitBatch(ledgerStore(pool, rules), batch);
}

test('no incident is what its source says, and as old as its word', async ({ database }) => {
  const { pool } = database;
  const { ledger, city, after, speak } = await openRoads(pool, 'no-incident');
  const streamed = async (minutes: number): Promise<KpiCell> =>
    kpiCellSchema.parse((await after(minutes, 'kpis/01')).get('traffic.incidents.active|now'));
  const asked = async (minutes: number, by: 'hour' | null = null) => {
    const now = morning + minutes * minuteMs;
    const query = { kpi: 'traffic.incidents.active', ledger: 'trial', from: instantOf(now - 60 * minuteMs) };
    const whole = { ...query, source: null, unit: null, geography: null, to: null, at: instantOf(now), by };
    return (await readKpi({ db: pool, city, ledger, now }, kpiQuerySchema.parse({ ...whole, knownSeq: 0 }))).values;
  };
  const unknown = { value: null, freshness: { state: 'none', observedAt: null } };

  expect(await streamed(0)).toMatchObject(unknown);
  expect(await asked(0)).toMatchObject([{ ...unknown, source: ['roads'] }]);
  expect(await asked(0, 'hour')).toEqual([]);

  await speak(1);
  const told = { value: 0, source: ['roads'], freshness: { observedAt: instantOf(morning + minuteMs) } };

  expect(await streamed(1)).toMatchObject({ ...told, freshness: { ...told.freshness, state: 'live' } });
  expect(await asked(1)).toMatchObject([{ ...told, freshness: { ...told.freshness, state: 'live' } }]);

  expect(await streamed(4)).toMatchObject({ ...told, freshness: { ...told.freshness, state: 'stale' } });
  expect(await streamed(30)).toMatchObject({ ...told, freshness: { ...told.freshness, state: 'lost' } });
  expect(await asked(30)).toMatchObject([{ ...told, freshness: { ...told.freshness, state: 'lost' } }]);
});

function speedOf(minutes: number, value: number) {
  return observationSchema.parse({
    kind: 'observation',
    recordId: `stretch-${String(minutes)}`,
    version: 1,
    occurredAt: instantOf(morning + minutes * minuteMs),
    feed: 'traffic',
    entity: 'stretch',
    metric: 'speed',
    value,
    unitOfMeasure: 'km/h',
  });
}

test('a feed that goes on telling the same old readings is as old as these, however well it answers', async ({
  database,
}) => {
  const { pool } = database;
  const { ledger, city, after, speak } = await openRoads(
    pool,
    'old-snapshot',
    hanoi.kpis.filter(({ id }) => id === 'traffic.congestion-points'),
  );
  const seen = async (minutes: number) => {
    await speak(minutes, speedOf(0, 20));
    const now = morning + minutes * minuteMs;
    const streamed = kpiCellSchema.parse((await after(minutes, 'kpis/01')).get('traffic.congestion-points|now'));
    const source = sourceCellSchema.parse((await after(minutes, 'sources')).get('roads'));
    const query = { kpi: 'traffic.congestion-points', ledger: 'trial', source: null, unit: null, geography: null };
    const reading = { db: pool, city, ledger, now };
    const asked = kpiQuerySchema.parse({ ...query, from: null, to: null, at: instantOf(now), knownSeq: 99, by: null });
    const explained = await explainKpi(reading, asked, 0);
    const told = [streamed.freshness, explained.answer.values[0]?.freshness, explained.measured?.worst?.freshness];
    return {
      heard: source.freshness.state,
      figure: [...new Set(told.map((freshness) => `${String(freshness?.state)} ${String(freshness?.observedAt)}`))],
    };
  };

  expect(await seen(1)).toEqual({ heard: 'live', figure: [`live ${instantOf(morning + minuteMs)}`] });
  expect(await seen(6)).toEqual({ heard: 'live', figure: [`late ${instantOf(morning)}`] });
  expect(await seen(9)).toEqual({ heard: 'live', figure: [`stale ${instantOf(morning)}`] });
  expect(await seen(30)).toEqual({ heard: 'live', figure: [`lost ${instantOf(morning)}`] });

  await speak(31, speedOf(31, 20));
  expect(await seen(31)).toEqual({ heard: 'live', figure: [`live ${instantOf(morning + 31 * minuteMs)}`] });
});

/** As a wall judges what it was told: by the ledger's clock that heartbeats tell. */
function judged({ observedAt, lateAt, staleAt, lostAfter }: Freshness, clock: LedgerClock, minutes: number) {
  const [observed = null, late = null, stale = null, lost = null] = [observedAt, lateAt, staleAt, lostAfter].map(
    (stamp) => (stamp === null ? null : Date.parse(stamp)),
  );
  const stamps = { observedAt: observed, lateAt: late, staleAt: stale, lostAfter: lost };
  return freshnessState(stamps, ledgerTime(clock, morning + minutes * minuteMs));
}

test.for<[name: string, driven: { readonly anchorLedger: number; readonly speed: number }]>([
  ['behind', { anchorLedger: morning - 400 * 1440 * minuteMs, speed: 1 }],
  ['ahead', { anchorLedger: morning + 60 * minuteMs, speed: 1 }],
  ['sixty times as fast', { anchorLedger: morning, speed: 60 }],
  ['standing still', { anchorLedger: morning, speed: 0 }],
])(
  'on a ledger’s clock %s a dead source is seen to be dead, and a living one to live',
  async ([name, driven], { database }) => {
    const { pool } = database;
    const { ledger, city, after, speak } = await openRoads(pool, `clock-${name.replaceAll(' ', '-')}`);
    const clock: LedgerClock = { kind: 'driven', anchorReal: morning, ...driven };
    await setClock(pool, ledger.id, clock);
    await speak(0);
    const seen = async (minutes: number) => {
      const figure = kpiCellSchema.parse((await after(minutes, 'kpis/01')).get('traffic.incidents.active|now'));
      const own = kpiCellSchema.parse((await after(minutes, 'kpis/01')).get('sources.live|now'));
      const source = sourceCellSchema.parse((await after(minutes, 'sources')).get('roads'));
      const at = instantOf(ledgerTime(clock, morning + minutes * minuteMs));
      const query = { kpi: 'traffic.incidents.active', ledger: 'trial', source: null, unit: null, geography: null };
      const [asked] = (
        await readKpi(
          { db: pool, city, ledger: await ledgerNamed(pool, city.id, 'trial'), now: morning + minutes * minuteMs },
          kpiQuerySchema.parse({ ...query, from: null, to: null, at, knownSeq: 0, by: null }),
        )
      ).values;
      if (asked === undefined) throw new Error('a figure has a value');
      const told = [figure, source, asked].flatMap(({ freshness }) => [
        freshness.state,
        judged(freshness, clock, minutes),
      ]);
      return { told: [...new Set(told)], own: judged(own.freshness, clock, minutes) };
    };

    expect(await seen(0.5)).toEqual({ told: ['live'], own: 'live' });
    expect(await seen(1.5)).toEqual({ told: ['late'], own: 'live' });
    expect(await seen(5)).toEqual({ told: ['stale'], own: 'live' });
    expect(await seen(30)).toEqual({ told: ['lost'], own: 'live' });
  },
);

/** What two sources tell of alike: a dossier, a speed, calls, an incident. */
function toldBy(source: string, at: number): FlagtowerRecord[] {
  const occurredAt = instantOf(at);
  const measured = (feed: string, metric: string, value: number, unitOfMeasure: string) => {
    const reading = { kind: 'observation', feed, entity: `${source}-thing`, metric, value, unitOfMeasure, occurredAt };
    return { ...reading, recordId: `${source}/${metric}` };
  };
  const steps = [
    { step: 'received', at: occurredAt },
    { step: 'handled', at: occurredAt },
  ];
  const dossier = {
    kind: 'dossier-event',
    caseKind: 'dossier',
    dossier: source,
    steps,
    dating: 'change',
    unit: '00004',
  };
  const due = { due: { at: instantOf(at + 1440 * minuteMs), precision: 'instant' } };
  return [
    { ...dossier, ...due, recordId: `${source}/dossier`, occurredAt },
    measured('traffic', 'speed', 30, 'km/h'),
    measured('calls', 'calls-hour', 10, '{call}'),
    measured('calls', 'valid-hour', 5, '{call}'),
  ].map((record) => recordSchema.parse(record));
}

test('whatever rests on two sources is as old as the one that is silent, whether it is counted, a rate, measured or a count of incidents', async ({
  database,
}) => {
  const { pool } = database;
  const { ledger, city, after, speak } = await openRoads(pool, 'two-sources');
  const quiet = { id: 'quiet', names: { vi: 'Lặng', en: 'Quiet' }, ledger: 'trial', zone: city.zone };
  const config = { ...quiet, cadence: { everySeconds: 60 }, notices: ['incident'] };
  await declareSource(pool, ledger.id, sourceConfigSchema.parse(config));
  for (const id of ['roads', 'quiet']) {
    const source = await sourceNamed(pool, ledger.id, id);
    if (source === null) throw new Error('it was declared');
    const items = toldBy(id, morning).map((record, index) => ({ line: index + 1, record }));
    const batch = { ledger, source, importId: null, fileHash: null, items, rejections: [], now: morning };
    await commitBatch(ledgerStore(pool, ruleBookOf(city)), batch);
  }
  const names = [
    'dossiers.received|today',
    'dossiers.on-time-rate.handled|all',
    'traffic.speed.mean|now',
    'calls.valid-share|now',
    'traffic.incidents.active|now',
  ];
  const read = async (minutes: number) => {
    await speak(minutes);
    const cells = await after(minutes, 'kpis/01');
    return names.map((name) => {
      const { freshness, source } = kpiCellSchema.parse(cells.get(name));
      return { name, state: freshness.state, source };
    });
  };
  const [soon, later] = [await read(0.5), await read(30)];

  const both = ['quiet', 'roads'];
  expect(soon).toEqual(names.map((name) => ({ name, state: 'live', source: both })));
  expect(later).toEqual(names.map((name) => ({ name, state: 'lost', source: both })));
});
