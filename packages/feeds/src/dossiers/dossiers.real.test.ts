import { gunzipSync } from 'node:zlib';

import type { DossierEvent, Mapping, StepName } from '@flagtower/contracts';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';

import { csvReader } from '../csv/csv-reader.ts';
import { inspect } from '../inspect/inspect.ts';
import { shippedMapping } from '../mappings/shipped-mappings.ts';
import { ocelJsonReader } from '../ocel/ocel-json-reader.ts';
import { ocelXmlReader } from '../ocel/ocel-xml-reader.ts';
import { open311Reader } from '../open311/open311-reader.ts';
import { readAll, recordsIn, remarksIn } from '../read-all.ts';
import type { Reader } from '../reader.ts';
import { sharedFeed } from '../shared-feeds.ts';
import { xesReader } from '../xes/xes-reader.ts';

const zoneOf = (mapping: Mapping | null) => mapping?.zone ?? 'UTC';

async function dossiersIn(reader: Reader, bytes: Uint8Array, mapping: Mapping | null, zone = zoneOf(mapping)) {
  const parsed = await readAll(reader, bytes, { mapping, zone }, 65_536);
  expect(parsed.filter((it) => it.kind === 'rejected')).toEqual([]);
  return { records: recordsIn(parsed, 'dossier-event'), remarks: remarksIn(parsed) };
}

const isCase = (it: DossierEvent) => it.recordId.startsWith('case:');
const at = (it: DossierEvent, step: StepName) => {
  const found = it.steps.find((told) => told.step === step);
  return found === undefined ? null : Date.parse(found.at);
};

function countBy<T>(items: readonly T[], key: (item: T) => string | undefined): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[String(key(item))] = (counts[String(key(item))] ?? 0) + 1;
  return counts;
}

const median = (numbers: readonly number[]) => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
};
const mean = (numbers: readonly number[]) => numbers.reduce((sum, it) => sum + it, 0) / numbers.length;

const xesFile = 'dossiers/xes/receipt-wabo.xes.gz';
const csvFile = 'dossiers/csv/receipt-wabo-events.csv';
const { mapping: wabo } = shippedMapping('receipt-wabo-xes');

type Skip = (note: string) => never;

/** Read once: eight tests look at it. */
let permitsRead: ReturnType<typeof dossiersIn> | undefined;
const permits = (skip: Skip) => (permitsRead ??= dossiersIn(xesReader, gunzipSync(sharedFeed(xesFile, skip)), wabo));

/** A case of the log, in epoch milliseconds. */
const casesOf = (records: readonly DossierEvent[]) =>
  records.filter(isCase).map((it) => ({
    channel: it.channel,
    unit: it.unit,
    received: at(it, 'received') ?? Number.NaN,
    handled: at(it, 'handled'),
    due: Date.parse(it.due?.at ?? ''),
  }));

describe('the Dutch permit log', { timeout: 60_000 }, () => {
  test('cases, events and activities', async ({ skip }) => {
    const { records } = await permits(skip);

    const events = records.filter((it) => !isCase(it));
    const times = events.map((it) => it.occurredAt).toSorted();
    expect(records.filter(isCase)).toHaveLength(1434);
    expect(events).toHaveLength(8577);
    expect(new Set(records.map((it) => it.recordId)).size).toBe(1434 + 8577);
    expect(new Set(events.flatMap((it) => it.steps.map((step) => step.activity))).size).toBe(27);
    expect([times[0], times.at(-1)]).toEqual(['2010-10-02T07:20:39.266Z', '2012-01-23T14:42:54.644Z']);
    expect(times.filter((time) => time <= '2011-07-01T00:00:00.000Z')).toHaveLength(5156);
  });

  test('the spread from first to last event, which its maker stored in it too', async ({ skip }) => {
    const { records } = await permits(skip);

    const spans = new Map<string, [number, number]>();
    for (const it of records.filter((record) => !isCase(record))) {
      const time = Date.parse(it.occurredAt);
      const [first, last] = spans.get(it.dossier) ?? [time, time];
      spans.set(it.dossier, [Math.min(first, time), Math.max(last, time)]);
    }
    const seconds = [...spans.values()].map(([first, last]) => (last - first) / 1000);
    expect(median(seconds)).toBeCloseTo(2868.583, 2);
    expect(mean(seconds)).toBeCloseTo(467_263.915, 2);
    expect(Math.max(...seconds)).toBe(23_832_541.524);
  });

  test('channels and departments', async ({ skip }) => {
    const { records } = await permits(skip);

    const cases = casesOf(records);
    expect(countBy(cases, (it) => it.channel)).toEqual({ online: 1250, desk: 109, post: 53, email: 21, internal: 1 });
    expect(countBy(cases, (it) => it.unit)).toEqual({ General: 1390, 'Customer contact': 29, Experts: 15 });
  });

  test('what was handled, and on time, and how long it took', async ({ skip }) => {
    const { records, remarks } = await permits(skip);

    const handled = casesOf(records).flatMap((it) => (it.handled === null ? [] : [{ ...it, handled: it.handled }]));
    const days = handled.map((it) => (it.handled - it.received) / 86_400_000);
    const onTime = handled.filter((it) => it.handled <= it.due);
    expect([handled.length, onTime.length]).toEqual([1329, 952]);
    expect(countBy(onTime, (it) => it.channel)).toEqual({ online: 835, desk: 68, post: 35, email: 13, internal: 1 });
    expect(median(days)).toBeCloseTo(50.637, 3);
    expect(mean(days)).toBeCloseTo(58.9808, 4);
    expect(remarks).toEqual({ 'ends-before-start': 2 });
  });

  test('how it stood on 1 July 2011', async ({ skip }) => {
    const { records } = await permits(skip);

    const then = Date.parse('2011-07-01T00:00:00Z');
    const received = casesOf(records).filter((it) => it.received <= then);
    const handled = received.filter((it) => it.handled !== null && it.handled <= then);
    const open = received.filter((it) => it.handled === null || it.handled > then);
    expect([received.length, handled.length, open.length]).toEqual([944, 712, 232]);
    expect(handled.filter((it) => (it.handled ?? 0) <= it.due)).toHaveLength(512);
    expect(open.filter((it) => it.due < then)).toHaveLength(45);
  });

  test('months and days are those of its own zone', async ({ skip }) => {
    const { records } = await permits(skip);

    const moments = casesOf(records).map((it) => Temporal.Instant.fromEpochMilliseconds(it.received));
    const local = moments.map((it) => it.toZonedDateTimeISO('Europe/Amsterdam').toPlainDate().toString());
    expect(countBy(local, (day) => day.slice(0, 7))).toMatchObject({ '2010-10': 85, '2011-03': 130, '2012-01': 11 });
    expect(moments.filter((it, index) => it.toString().slice(0, 10) !== local[index])).toHaveLength(983);
  });

  test('its table gives the very same records', async ({ skip }) => {
    const { records } = await permits(skip);
    const table = await dossiersIn(csvReader, sharedFeed(csvFile, skip), shippedMapping('receipt-wabo-csv').mapping);

    const texts = (from: readonly DossierEvent[]) => from.map((it) => JSON.stringify(it)).toSorted();
    expect(texts(table.records)).toEqual(texts(records));
  });

  test('its table shuffled and doubled gives the same set of records', async ({ skip }) => {
    const [header = '', ...rows] = new TextDecoder().decode(sharedFeed(csvFile, skip)).trim().split(/\r?\n/);
    const mixed = [...rows, ...rows.filter((_row, index) => index % 10 === 0)]
      .map((row, index) => ({ row, place: (index * 7919) % 9439 }))
      .toSorted((a, b) => a.place - b.place)
      .map(({ row }) => row);
    const { mapping } = shippedMapping('receipt-wabo-csv');
    const read = (lines: readonly string[]) =>
      dossiersIn(csvReader, new TextEncoder().encode([header, ...lines].join('\n')), mapping);

    const [plain, shuffled] = [await read(rows), await read(mixed)];

    const distinct = (from: readonly DossierEvent[]) => [...new Set(from.map((it) => JSON.stringify(it)))].toSorted();
    expect(distinct(shuffled.records)).toEqual(distinct(plain.records));
    expect(shuffled.records.filter(isCase)).toHaveLength(1434);
  });
});

test('311 of New York: due where it has one, wall-clock times of its zone', async ({ skip }) => {
  const bytes = sharedFeed('dossiers/csv/nyc311-noise-2016.csv', skip);
  const { records, remarks } = await dossiersIn(csvReader, bytes, shippedMapping('nyc311').mapping);

  const cases = casesOf(records);
  const withDue = cases.filter((it) => !Number.isNaN(it.due));
  const seconds = cases.map((it) => ((it.handled ?? Number.NaN) - it.received) / 1000);
  expect([cases.length, withDue.length]).toEqual([117, 76]);
  expect(withDue.filter((it) => (it.handled ?? Infinity) <= it.due)).toHaveLength(72);
  expect(median(seconds)).toBe(12_521);
  expect(mean(seconds)).toBeCloseTo(164_943.581, 3);
  expect(countBy(cases, (it) => it.unit)).toEqual({ NYPD: 76, DEP: 41 });
  expect(Math.min(...cases.map((it) => it.received))).toBe(Date.parse('2016-06-21T02:04:21Z'));
  // Addresses, coordinates and what else the mapping does not name.
  expect(remarks).toEqual({ 'no-due': 41, 'columns-not-read': 47 });
  expect(new Set(records.map((it) => it.caseKind))).toEqual(new Set(['field-report']));
});

test('Open311 of Chicago: 50 requests, 276 notes', async ({ skip }) => {
  const bytes = sharedFeed('dossiers/open311/chicago-2014-requests.json', skip);
  const { records } = await dossiersIn(open311Reader, bytes, null);

  const cases = records.filter(isCase);
  const notes = records.filter((it) => !isCase(it));
  expect(cases).toHaveLength(50);
  expect(new Set(notes.map((it) => it.recordId)).size).toBe(276);
  expect(countBy(notes, (it) => it.steps[0]?.activity ?? it.steps[0]?.step)).toEqual({
    received: 50,
    handled: 49,
    activity: 61,
    follow_on_created: 52,
    follow_on_closed: 51,
    submitted: 13,
  });
  expect(countBy(cases, (it) => it.channel)).toEqual({ phone: 37, online: 10, open311: 3 });
  const times = cases.map((it) => it.occurredAt).toSorted();
  expect([times[0], times.at(-1)]).toEqual(['2014-01-03T20:18:52.000Z', '2014-12-18T00:39:03.000Z']);

  const closed = new Map(notes.flatMap((it) => (at(it, 'handled') === null ? [] : [[it.dossier, at(it, 'handled')]])));
  const seconds = cases.flatMap((it) => {
    const end = closed.get(it.dossier);
    return end === undefined || end === null ? [] : [(end - (at(it, 'received') ?? 0)) / 1000];
  });
  expect(seconds).toHaveLength(49);
  expect(median(seconds)).toBe(49_419_627);
  expect(mean(seconds)).toBeCloseTo(45_941_867.041, 3);
});

test('the example of OCEL 2.0: XML and JSON agree, once its local times are read in its zone', async ({ skip }) => {
  const json = await dossiersIn(ocelJsonReader, sharedFeed('dossiers/ocel/ocel20-example.jsonocel', skip), null);
  const xml = await dossiersIn(
    ocelXmlReader,
    sharedFeed('dossiers/ocel/ocel20-example.xmlocel', skip),
    null,
    'Europe/Berlin',
  );

  expect(json.remarks).toMatchObject({
    'log-events': 13,
    'log-objects': 9,
    'log-event-types': 8,
    'log-object-types': 4,
  });
  expect(new Set(json.records.map((it) => it.dossier))).toEqual(new Set(['R1', 'R2', 'R3']));
  expect(xml.records).toEqual(json.records);
});

test.for([
  [xesFile, 'receipt-wabo-xes'],
  [csvFile, 'receipt-wabo-csv'],
  ['dossiers/csv/nyc311-noise-2016.csv', 'nyc311'],
  ['dossiers/open311/chicago-2014-requests.json', 'open311'],
  ['dossiers/ocel/ocel20-example.jsonocel', 'ocel'],
  ['dossiers/ocel/ocel20-example.xmlocel', 'ocel'],
] as const)('%s is recognised, and %s is offered first', ([path, id], { skip }) => {
  const inspection = inspect(sharedFeed(path, skip).subarray(0, 65_536), path);

  expect(inspection.mappings[0]?.id).toBe(id);
});
