import { existsSync, readFileSync } from 'node:fs';
import { writeFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { hanoi } from '@flagtower/city-hanoi';
import {
  instantSchema,
  mappingSchema,
  sourceConfigSchema,
  type ImportSummary,
  type KpiAnswer,
} from '@flagtower/contracts';
import { ruleBookOf } from '@flagtower/domain';
import {
  declareSource,
  ensureLedgers,
  ledgerNamed,
  ledgerStore,
  readActiveNotices,
  sourceNamed,
  verifyLedger,
} from '@flagtower/store';
import { test as base } from '@flagtower/store/testing';
import { describe, expect } from 'vitest';
import type { z } from 'zod';

import { importFile } from '../intake/import-file.ts';
import { answerKpi, type KpiWords } from '../questions/kpi-question.ts';
import { groundTruthSchema, type GroundTruth } from './ground-truth.ts';

const feeds = fileURLToPath(new URL('../../../../../shared/data/feeds/', import.meta.url));
const isThere = existsSync(join(feeds, 'ground-truth.json'));
const dayMs = 86_400_000;
const xes = 'dossiers/xes/receipt-wabo.xes.gz';
const csv = 'dossiers/csv/receipt-wabo-events.csv';

/** What an attribute's metric is called where it is not called like the attribute. */
const metricNames: Readonly<Record<string, string>> = {
  averageVehicleSpeed: 'speed',
  averageHeadwayTime: 'headway',
  relativeHumidity: 'humidity',
};

interface Reading {
  readonly entity: string;
  readonly grp: string | null;
  readonly metric: string;
  readonly value: number | null;
  readonly at: string;
  /** Seconds of its period; `null`: of a moment. */
  readonly period: number | null;
}

/** What the operator says of a file that does not say it. */
interface How {
  readonly zone?: string;
  readonly mapping?: z.input<typeof mappingSchema>;
}

interface Desk {
  /** `asOf`: when the file was made, where it does not say so itself. */
  readonly bring: (path: string, source: string, asOf?: string, how?: How) => Promise<ImportSummary>;
  readonly ask: (kpi: string, words: KpiWords) => Promise<KpiAnswer>;
  readonly value: (kpi: string, words: KpiWords) => Promise<number | null | undefined>;
  /** Identities of the notices that are active at a moment. */
  readonly active: (source: string, at: string) => Promise<string[]>;
  /** Readings as the ledger has them: what, value, unit, moment. */
  readonly readings: (source: string) => Promise<readonly Reading[]>;
  readonly differences: () => Promise<number>;
}

const test = base.extend('desk', { scope: 'file' }, async ({ database: { pool } }): Promise<Desk> => {
  await ensureLedgers(pool, hanoi.id, hanoi.zone, hanoi.rulesVersion);
  const ledger = await ledgerNamed(pool, hanoi.id, 'trial');
  const store = ledgerStore(pool, ruleBookOf(hanoi));
  const ask = (kpi: string, words: KpiWords): Promise<KpiAnswer> =>
    answerKpi({ db: pool, city: hanoi, ledger, now: Date.now() }, kpi, words);
  return {
    ask,
    value: async (kpi, words) => (await ask(kpi, words)).values[0]?.value,
    bring: async (path, id, asOf, how = {}) => {
      const config = sourceConfigSchema.parse({
        id,
        names: { vi: id, en: id },
        ledger: 'trial',
        zone: 'Europe/Amsterdam',
      });
      await declareSource(pool, ledger.id, config);
      const source = await sourceNamed(pool, ledger.id, id);
      if (source === null) throw new TypeError('it was declared');
      const order = {
        fileName: path,
        ledger,
        source,
        format: null,
        mapping: how.mapping === undefined ? null : mappingSchema.parse(how.mapping),
        zone: how.zone ?? null,
        asOf: asOf === undefined ? null : instantSchema.parse(asOf),
        dryRun: false,
      };
      return await importFile(
        { ...order, path: path.startsWith('/') ? path : join(feeds, path) },
        { store, now: Date.now },
      );
    },
    active: async (source, at) => {
      const { lastSeq } = await ledgerNamed(pool, hanoi.id, 'trial');
      const cut = { ledgerId: ledger.id, at: Date.parse(at), knownSeq: lastSeq, source };
      return (await readActiveNotices(pool, cut)).map(({ id }) => id).toSorted();
    },
    readings: async (source) => {
      const { rows } = await pool.query<Reading>(
        `select distinct on (record_id) entity, grp, metric, value, to_json(occurred_at at time zone 'UTC') #>> '{}' || 'Z' as at, extract(epoch from occurred_at - period_from)::int as period
          from observations where ledger_id = $1 and source_id = $2 and retracted_seq is null
          order by record_id, version desc, hash collate "C" desc`,
        [ledger.id, source],
      );
      return rows;
    },
    differences: async () =>
      (await verifyLedger(pool, ledger.id, { share: 1, from: 0, rules: ruleBookOf(hanoi) })).differences.length,
  };
});

/** The permit log's figures, whoever brought them and in whatever order. */
async function expectPermits({ value, ask }: Desk, source: string, truth: GroundTruth): Promise<void> {
  const { permits } = truth;
  const asOf = permits['as_of_2011-07-01T00:00:00Z'];
  const figures = async (words: KpiWords): Promise<Record<string, number | null | undefined>> => ({
    received: await value('dossiers.received', words),
    completed: await value('dossiers.handled', words),
    completed_on_time: await value('dossiers.handled-on-time', words),
    open: await value('dossiers.open', words),
    open_overdue: await value('dossiers.overdue', words),
    events_up_to: await value('dossiers.events', words),
  });

  expect(await figures({ source })).toMatchObject({
    received: permits.cases,
    completed: permits.completed_cases_enddate_present,
    completed_on_time: permits.on_time_enddate_le_deadline,
    open: permits.open_cases_no_enddate,
    events_up_to: permits.events,
  });
  expect(await figures({ source, at: '2011-07-01T00:00:00Z' })).toEqual(asOf);
  expect(await value('dossiers.ends-before-start', { source })).toBe(permits.enddate_before_startdate);
  expect(await value('dossiers.on-time-rate.handled', { source })).toBeCloseTo(permits.on_time_share_of_completed, 6);
  expect(Number(await value('dossiers.handling-time.median', { source })) / dayMs).toBeCloseTo(
    permits.days_startdate_to_enddate.median,
    3,
  );

  const byChannel = await ask('dossiers.on-time-rate.handled', { source, by: 'channel' });
  const received = await ask('dossiers.received', { source, by: 'channel' });
  expect(received.values.map(({ value: count }) => count).toSorted(byNumber)).toEqual(
    Object.values(permits.cases_by_channel).toSorted(byNumber),
  );
  expect(pairs(byChannel.values.map(({ numerator, denominator }) => [numerator, denominator]))).toEqual(
    pairs(Object.values(permits.on_time_by_channel)),
  );
}

function byNumber(a: number | null, b: number | null): number {
  return Number(a) - Number(b);
}

function pairs(list: readonly (readonly (number | null)[])[]): string[] {
  return list.map((pair) => pair.join('/')).toSorted();
}

function lines(rows: readonly (readonly unknown[])[]): string[] {
  return rows.map((row) => row.join(' ')).toSorted();
}

/** Rows of a table behind its header, in another order, one in ten of them twice. */
function shuffledAndDoubled(text: string): string {
  const [header = '', ...rows] = text.trimEnd().split('\n');
  const doubled = rows.flatMap((row, index) => (index % 10 === 0 ? [row, row] : [row]));
  let seed = 7;
  const keyed = doubled.map((row) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return { row, key: seed };
  });
  return [header, ...keyed.toSorted((a, b) => a.key - b.key).map(({ row }) => row), ''].join('\n');
}

function sum(readings: readonly { readonly value: number | null }[]): number {
  return readings.reduce((total, { value }) => total + (value ?? 0), 0);
}

/** The same suite for the embedded store and for a server. */
export function groundTruthSuite(where: string): void {
  const skipped = isThere ? '' : ' (skipped: ../shared/data/feeds is not here)';
  describe.skipIf(!isThere)(`figures of real files, ${where}${skipped}`, { timeout: 300_000 }, () => {
    const truth = (): GroundTruth =>
      groundTruthSchema.parse(JSON.parse(readFileSync(join(feeds, 'ground-truth.json'), 'utf8')));

    test('a log of permits gives the figures that its authors counted', async ({ desk }) => {
      const summary = await desk.bring(xes, 'permits-xes');

      expect(summary).toMatchObject({
        format: 'xes',
        rows: 8577,
        accepted: 8577,
        duplicates: 0,
        quarantined: 0,
        dossiers: 1434,
        events: 8577,
      });
      await expectPermits(desk, 'permits-xes', truth());
    });

    test('by month in the zone of the permits', async ({ desk }) => {
      await desk.bring(xes, 'permits-months');
      const months = Object.entries(truth().permits['received_by_month_startdate_Europe/Amsterdam']);

      const counted = [];
      for (const [month] of months) {
        const start = Temporal.PlainDate.from(`${month}-01`);
        const instant = (day: Temporal.PlainDate): string =>
          day.toZonedDateTime('Europe/Amsterdam').toInstant().toString();
        counted.push([
          month,
          await desk.value('dossiers.received', {
            source: 'permits-months',
            from: instant(start),
            to: instant(start.add({ months: 1 })),
          }),
        ]);
      }

      expect(counted).toEqual(months);
    });

    test('the same permits as a table give the same figures', async ({ desk }) => {
      const summary = await desk.bring(csv, 'permits-csv');

      expect(summary).toMatchObject({ format: 'csv', rows: 8577, accepted: 8577, dossiers: 1434 });
      await expectPermits(desk, 'permits-csv', truth());
    });

    test('in any order of the rows, with one row in ten sent twice', async ({ desk }) => {
      const folder = await mkdtemp(join(tmpdir(), 'flagtower-shuffled-'));
      const path = join(folder, 'shuffled.csv');
      await writeFile(path, shuffledAndDoubled(readFileSync(join(feeds, csv), 'utf8')));

      const summary = await desk.bring(path, 'permits-shuffled');
      await rm(folder, { recursive: true });

      expect(summary).toMatchObject({
        rows: 9435,
        accepted: 8577,
        duplicates: 858,
        quarantined: 0,
        dossiers: 1434,
        events: 8577,
      });
      await expectPermits(desk, 'permits-shuffled', truth());
    });

    test('brought a second time, nothing changes', async ({ desk }) => {
      await desk.bring(csv, 'permits-again');

      const again = await desk.bring(csv, 'permits-again');

      expect(again).toMatchObject({ rows: 8577, accepted: 0, duplicates: 8577 });
      await expectPermits(desk, 'permits-again', truth());
    });

    test('as we knew it before the import, nothing was known', async ({ desk }) => {
      await desk.bring(csv, 'permits-known');

      const known = await desk.value('dossiers.received', { source: 'permits-known', known: '2011-07-01T00:00Z' });

      expect(known).toBeNull();
    });

    test('a table of field reports', async ({ desk }) => {
      const { fieldReports } = truth();
      const summary = await desk.bring('dossiers/csv/nyc311-noise-2016.csv', 'noise');
      const source = 'noise';

      expect(summary).toMatchObject({
        format: 'csv',
        rows: fieldReports.rows,
        dossiers: fieldReports.distinct_ids,
        zone: 'America/New_York',
      });
      expect(await desk.value('field-reports.received', { source })).toBe(fieldReports.distinct_ids);
      expect(await desk.value('field-reports.handled', { source })).toBe(fieldReports.closed_with_date);
      const onTime = (await desk.ask('field-reports.on-time-rate.handled', { source })).values[0];
      expect([onTime?.numerator, onTime?.denominator]).toEqual([
        fieldReports.on_time_closed_le_target,
        fieldReports.closed_with_target,
      ]);
      const units = (await desk.ask('field-reports.received', { source, by: 'unit' })).values;
      expect(Object.fromEntries(units.map(({ key, value }) => [key['unit'], value]))).toEqual(
        fieldReports.by_department,
      );
    });

    test('requests of Open311, with their notes', async ({ desk }) => {
      const { requests } = truth();
      const summary = await desk.bring('dossiers/open311/chicago-2014-requests.json', 'chicago');
      const source = 'chicago';

      expect(summary).toMatchObject({
        format: 'open311',
        rows: requests.requests,
        dossiers: requests.distinct_ids,
        events: requests.notes_total,
      });
      expect(await desk.value('field-reports.received', { source })).toBe(requests.requests);
      expect(await desk.value('field-reports.handled', { source })).toBe(requests.status.closed);
      expect(await desk.value('field-reports.open', { source })).toBe(requests.status.open);
      const services = (await desk.ask('field-reports.received', { source, by: 'procedure' })).values;
      expect(Object.fromEntries(services.map(({ key, value }) => [key['procedure'], value]))).toEqual(
        requests.by_service,
      );
    });

    test('an object-centric log, in both of its spellings', async ({ desk }) => {
      const json = await desk.bring('dossiers/ocel/ocel20-example.jsonocel', 'ocel-json');
      const xml = await desk.bring('dossiers/ocel/ocel20-example.xmlocel', 'ocel-xml');

      expect(json.remarks).toMatchObject({
        'log-events': truth().objects.events,
        'log-objects': truth().objects.objects,
      });
      expect({ ...xml, remarks: xml.remarks }).toMatchObject({
        rows: json.rows,
        dossiers: json.dossiers,
        events: json.events,
        remarks: json.remarks,
      });
    });

    test('a timetable', async ({ desk }) => {
      const { rows } = truth().timetable;
      const summary = await desk.bring('traffic/gtfs/bart-2019.zip', 'timetable');

      expect(summary.catalogueItems).toBe(Number(rows['routes']) + Number(rows['trips']) + Number(rows['stops']));
      for (const [table, count] of Object.entries(rows)) expect(summary.remarks[`table:${table}`]).toBe(count);
    });

    test('arrivals of trains, their delays and an alert', async ({ desk }) => {
      const { tripUpdates } = truth();
      const delays = tripUpdates.arrival_delay_seconds;
      const summary = await desk.bring('traffic/gtfs-rt/bart-trip-updates.pb', 'trains');
      const alerts = await desk.bring('traffic/gtfs-rt/bart-alerts.pb', 'train-alerts');
      const words = { source: 'trains', at: '2019-08-08T00:00:00Z' };

      expect(summary.remarks).toMatchObject({
        'trip-updates': tripUpdates.trip_updates,
        'stop-time-updates': tripUpdates.stop_time_updates,
      });
      expect(await desk.value('transit.trips', words)).toBe(tripUpdates.distinct_trips_in_updates);
      expect(await desk.value('transit.arrival-delay.count', words)).toBe(tripUpdates.with_arrival_delay);
      expect(await desk.value('transit.arrival-delay.mean', words)).toBeCloseTo(delays.mean, 3);
      expect(await desk.value('transit.arrival-delay.median', words)).toBe(delays.median);
      expect(await desk.value('transit.arrival-delay.max', words)).toBe(delays.max);
      expect(await desk.value('transit.punctuality', words)).toBeCloseTo(
        delays.within_minus60_plus300 / tripUpdates.with_arrival_delay,
        9,
      );
      expect(alerts.notices).toBe(1);
    });

    test('six snapshots of one line name each trip once', async ({ desk }) => {
      for (const file of truth().snapshotFiles) await desk.bring(`traffic/gtfs-rt/nyct-ace/${file}`, 'subway');

      expect(await desk.value('transit.trips', { source: 'subway', at: '2024-02-09T00:00:00Z' })).toBe(
        truth().snapshots.distinct_trip_and_date,
      );
    });

    test('public alerts are active from their begin to their end', async ({ desk }) => {
      const active: Record<string, readonly [before: string, inside: string, after: string]> = {
        'ec-thunderstorm-update.cap': ['2012-05-02T23:00:00Z', '2012-05-02T23:50:00Z', '2012-05-03T00:20:00Z'],
        'nws-flash-flood-watch-cap11.cap': ['2010-08-30T10:00:00Z', '2010-08-30T12:00:00Z', '2010-08-30T18:00:00Z'],
        'seychelles-strong-winds-2024-signed.xml': [
          '2024-05-19T13:00:00Z',
          '2024-05-19T15:00:00Z',
          '2024-05-19T19:30:00Z',
        ],
        'usgs-earthquake-iso8859-1.cap': ['2012-10-14T22:00:00Z', '2012-10-15T00:00:00Z', '2012-10-21T22:53:04Z'],
      };

      for (const [file, moments] of Object.entries(active)) {
        const source = file.slice(0, 12).replaceAll(/[^a-z0-9]/g, '-');
        const summary = await desk.bring(`environment/cap/${file}`, source);
        const counts = [];
        for (const at of moments) counts.push(await desk.value('notices.active', { source, at }));

        expect(summary).toMatchObject({ format: 'cap', notices: 1 });
        expect([file, ...counts]).toEqual([file, 0, 1, 0]);
      }
    });

    test('situations of roads, once however often they are told', async ({ desk }) => {
      for (const [file, figures] of Object.entries(truth().situations)) {
        const source = file.replaceAll('.', '-');
        const summary = await desk.bring(`traffic/datex2/${file}`, source);
        const again = await desk.bring(`traffic/datex2/${file}`, source);

        expect(summary).toMatchObject({ format: 'datex2', notices: figures.situation_count, quarantined: 0 });
        expect(summary.remarks['situation-records']).toBe(figures.record_count);
        for (const [type, count] of Object.entries(figures.records_by_type))
          expect(summary.remarks[`record:${type}`]).toBe(count);
        expect(await desk.active(source, '2026-07-24T22:00:00Z')).toEqual(
          figures.situations.map(({ id }) => id).toSorted(),
        );
        expect(again).toMatchObject({ accepted: 0, duplicates: summary.rows });
      }
    });

    test('an accident that is opened, and ended by a word, in any order of its messages', async ({ desk }) => {
      const { sequence, active_at: active, distinct_situations: known } = truth().incidents;
      const orders = { 'incidents-told': sequence, 'incidents-back': [...sequence.toReversed(), ...sequence] };
      for (const [source, files] of Object.entries(orders)) {
        for (const { file } of files) await desk.bring(`traffic/datex2/fi-incidents-2017/${file}`, source);

        for (const [at, figures] of Object.entries(active.at)) {
          expect([source, at, await desk.active(source, at)]).toEqual([source, at, figures.active_ids]);
          expect(await desk.value('notices.active', { source, at })).toBe(figures.active);
        }
        expect(known).toBe(2);
      }
    });

    test('speeds and flows of roads, with and without an envelope', async ({ desk }) => {
      const metrics: Record<string, string> = { TrafficFlow: 'flow', TrafficSpeed: 'speed' };
      for (const [file, { measurements, sites }] of Object.entries(truth().measured)) {
        const source = file.replaceAll('.', '-');
        const summary = await desk.bring(`traffic/datex2/${file}`, source);
        const again = await desk.bring(`traffic/datex2/${file}`, source);
        const readings = await desk.readings(source);

        expect(summary).toMatchObject({ format: 'datex2', observations: measurements.length, quarantined: 0 });
        expect(summary.remarks['sites']).toBe(sites);
        expect(again.accepted).toBe(0);
        expect(lines(readings.map(({ grp, metric, value, at }) => [grp, metric, value, Date.parse(at)]))).toEqual(
          lines(measurements.map(({ site, kind, value, time }) => [site, metrics[kind], value, Date.parse(time)])),
        );
      }
    });

    test('every entity of NGSI, in three encodings that are one thing', async ({ desk }) => {
      const asOf = '2024-12-31T12:00:00.000Z';
      const files = Object.entries(truth().entities).flatMap(([folder, entities]) =>
        Object.entries(entities).map(([file, figures]) => ({ path: `${folder}/ngsi/${file}`, file, figures })),
      );
      for (const { path, file, figures } of files) {
        const source = `ngsi-${file.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`;
        const summary = await desk.bring(path, source, asOf);
        const again = await desk.bring(path, source, asOf);

        expect([file, again.accepted]).toEqual([file, 0]);
        if ('note' in figures) {
          expect(summary).toMatchObject({
            format: 'ngsi',
            accepted: 0,
            quarantined: 1,
            reasons: { 'bad-identity': 1 },
          });
          continue;
        }
        const { type, attributes, numeric } = figures;
        expect(summary).toMatchObject({ format: 'ngsi', quarantined: 0, notices: type === 'RoadAccident' ? 1 : 0 });
        expect(summary.remarks).toMatchObject({ attributes, 'numeric-attributes': Object.keys(numeric).length });
        const readings = Object.fromEntries((await desk.readings(source)).map(({ metric, value }) => [metric, value]));
        const measured = Object.entries(numeric).filter(([name]) => name !== 'laneId' && name !== 'hour');
        expect([file, readings]).toEqual([
          file,
          Object.fromEntries(measured.map(([name, value]) => [metricNames[name] ?? name, value])),
        ]);
      }
    });

    test('encodings of one entity, brought together in any order, are one set of readings', async ({ desk }) => {
      const encodings = ['ngsi-ld', 'ngsi-ld.keyvalues', 'ngsi-v2'];
      for (const [source, order] of [
        ['ngsi-forth', encodings],
        ['ngsi-back', encodings.toReversed()],
      ] as const)
        for (const encoding of order)
          for (const type of ['traffic/ngsi/TrafficFlowObserved', 'environment/ngsi/AirQualityObserved'])
            await desk.bring(`${type}.${encoding}.json`, source);

      const told = async (source: string): Promise<string[]> =>
        lines((await desk.readings(source)).map(({ entity, metric, value }) => [entity, metric, value]));
      const flow = (await desk.readings('ngsi-forth')).filter(({ entity }) => entity.startsWith('TrafficFlowObserved'));
      expect(flow.map(({ period }) => period)).toEqual([300, 300, 300, 300, 300]);
      expect(await told('ngsi-forth')).toHaveLength(5 + 17);
      expect(await told('ngsi-back')).toEqual(await told('ngsi-forth'));
    });

    test('resources of FHIR, of which only what is about places is kept', async ({ desk }) => {
      for (const [file, figures] of Object.entries(truth().resources)) {
        const source = `fhir-${file.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`;
        const summary = await desk.bring(`health/fhir-r4/${file}`, source);
        const again = await desk.bring(`health/fhir-r4/${file}`, source);

        expect(summary).toMatchObject({ format: 'fhir', quarantined: 0 });
        expect(again.accepted).toBe(0);
        for (const name of ['groups', 'populations', 'stratifiers', 'entries'])
          expect([file, name, summary.remarks[name]]).toEqual([file, name, figures[name]]);
        if (figures.resourceType !== 'Bundle') expect(summary.remarks[`resource:${figures.resourceType}`]).toBe(1);
      }
    });

    test('beds of eleven days, in any order; what is absent is not zero', async ({ desk }) => {
      const { reports, by_date: days } = truth().beds;
      const dates = Object.keys(days).toSorted();
      for (const [source, order] of [
        ['beds-forth', dates],
        ['beds-back', [...dates.toReversed(), ...dates]],
      ] as const) {
        for (const date of order)
          await desk.bring(`health/fhir-saner/MeasureReport-NJ-${date.replaceAll('-', '')}-CDC.json`, source);
        const readings = await desk.readings(source);
        const told = Object.fromEntries(
          dates.map((date) => {
            const ofDay = readings.filter(({ at }) => at.startsWith(`${date}T05:00:00`));
            const figures = ofDay.flatMap(({ metric, value }) => (value === null ? [] : [[metric, value] as const]));
            return [date, { ...Object.fromEntries(figures), _absent: ofDay.length - figures.length }];
          }),
        );

        expect(dates).toHaveLength(reports);
        expect(told).toEqual(days);
      }
    });

    test('dengue by province and month; other resolutions of the same are not added', async ({ desk }) => {
      const { rows, by_resolution: resolutions, total_by_resolution: totals, ha_noi_city: city } = truth().dengue;
      const path = 'health/opendengue/vietnam-spatial-v1_3.csv';
      const zone = 'Asia/Ho_Chi_Minh';
      const summary = await desk.bring(path, 'dengue', undefined, { zone });
      const again = await desk.bring(path, 'dengue', undefined, { zone });
      const readings = await desk.readings('dengue');
      const hanoiMonths = readings.filter(({ entity }) => entity === 'VIET NAM, HA NOI CITY');
      const years = Map.groupBy(hanoiMonths, ({ at }) => Temporal.Instant.from(at).toZonedDateTimeISO(zone).year);
      const chosen = resolutions['Admin1/Month'] ?? 0;

      expect(summary).toMatchObject({ format: 'csv', observations: chosen, quarantined: 0 });
      expect(summary.remarks['rows-not-chosen']).toBe(rows - chosen);
      expect(again.accepted).toBe(0);
      expect(sum(readings)).toBe(totals['Admin1/Month']);
      expect(hanoiMonths).toHaveLength(city.rows);
      expect(sum(hanoiMonths)).toBe(city.total);
      expect(Object.fromEntries([...years].map(([year, months]) => [String(year), sum(months)]))).toEqual(city.by_year);
    });

    test('hours of a weather station, on its own clock', async ({ desk }) => {
      const figures = truth().weather['aws/malawi-namitambo-2021-07-07.csv'];
      const path = 'environment/aws/malawi-namitambo-2021-07-07.csv';
      const summary = await desk.bring(path, 'aws', undefined, { zone: 'Africa/Blantyre' });
      const readings = await desk.readings('aws');
      const of = (metric: string): typeof readings =>
        readings.filter((it) => it.metric === metric).toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
      const temperatures = of('temperature');

      expect(summary).toMatchObject({ format: 'csv', quarantined: 0, remarks: { 'absent-values': figures.nan_cells } });
      expect(temperatures).toHaveLength(figures.rows);
      expect(new Set(readings.map(({ entity }) => entity))).toEqual(new Set([figures.station]));
      expect(Date.parse(temperatures[0]?.at ?? '')).toBe(Date.parse(figures.first_utc));
      expect(sum(temperatures) / figures.rows).toBeCloseTo(figures.air_temp_C_mean, 2);
      expect(of('temperature-max').at(-1)?.value).toBeCloseTo(figures.air_temp_max_C_last, 6);
      expect(of('humidity').at(-1)?.value).toBeCloseTo(Number(figures.rh_last) / 100, 9);
      expect(sum(of('rain'))).toBe(figures.rain_mm_total);
    });

    test('footfall of four years by an operator’s mapping, shuffled and doubled too', async ({ desk }) => {
      const figures = truth().footfall;
      const how = {
        zone: 'Australia/Melbourne',
        mapping: {
          mapping: 1 as const,
          name: 'Footfall by day',
          shape: 'series' as const,
          series: {
            feed: 'footfall',
            at: 'ds',
            entity: { constant: 'city' },
            values: [{ column: 'y', metric: 'people', unit: '{person}' }],
          },
        },
      };
      const original = 'tourism/footfall/melbourne-pedestrians-daily.csv';
      const folder = await mkdtemp(join(tmpdir(), 'flagtower-footfall-'));
      const shuffled = join(folder, 'shuffled.csv');
      await writeFile(shuffled, shuffledAndDoubled(readFileSync(join(feeds, original), 'utf8')));
      await desk.bring(original, 'footfall', undefined, how);
      await desk.bring(shuffled, 'footfall-shuffled', undefined, how);
      await rm(folder, { recursive: true });

      for (const source of ['footfall', 'footfall-shuffled']) {
        const days = (await desk.readings(source)).map(({ at, value }) => ({
          day: Temporal.Instant.from(at).toZonedDateTimeISO(how.zone).toPlainDate().toString(),
          value,
        }));
        const years = Map.groupBy(days, ({ day }) => day.slice(0, 4));

        expect([source, days.length]).toEqual([source, figures.rows]);
        expect(sum(days)).toBe(figures.sum);
        expect(days.find(({ value }) => value === figures.max)?.day).toBe(figures.max_at);
        expect(Object.fromEntries([...years].map(([year, list]) => [year, sum(list)]))).toEqual(figures.sum_by_year);
      }
    });

    test('a public service, in both of its encodings', async ({ desk }) => {
      const { triples, classes, titles } = truth().publicService;
      const turtle = await desk.bring('catalogue/cpsv-ap/example-public-service.ttl', 'cpsv-ttl');
      const json = await desk.bring('catalogue/cpsv-ap/example-public-service.jsonld', 'cpsv-json');
      const again = await desk.bring('catalogue/cpsv-ap/example-public-service.ttl', 'cpsv-ttl');

      expect(turtle).toMatchObject({ format: 'cpsv-ap', catalogueItems: titles.length, quarantined: 0 });
      expect(json).toMatchObject({ format: 'cpsv-ap', catalogueItems: titles.length, quarantined: 0 });
      expect(again.accepted).toBe(0);
      expect(turtle.remarks).toEqual({
        triples,
        ...Object.fromEntries(Object.entries(classes).map(([name, count]) => [`class:${name}`, count])),
      });
    });

    test('after all of it, every balance is what the records say', async ({ desk }) => {
      await desk.bring(xes, 'permits-verified');

      expect(await desk.differences()).toBe(0);
    });
  });
}
