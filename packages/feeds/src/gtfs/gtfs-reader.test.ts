import { instantSchema } from '@flagtower/contracts';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { defaultLimits } from '../limits.ts';
import { readAll, recordsIn, remarksIn } from '../read-all.ts';
import { gtfsReader } from './gtfs-reader.ts';
import { joinTrips } from './trip-join.ts';
import { zipBytes } from './zip-bytes.ts';

const tables = {
  'agency.txt': 'agency_name,agency_timezone,agency_lang\nXe buýt,Asia/Ho_Chi_Minh,vi\n',
  'calendar.txt': 'service_id,monday,start_date,end_date\nT2,1,20231101,20231231\n',
  'calendar_dates.txt': 'service_id,date,exception_type\nT2,20240101,1\nT2,20231120,2\nLE,20231224,1\n',
  'routes.txt': 'route_id,route_short_name,route_long_name\n32,32,"Giáp Bát, Nhổn"\n',
  'stops.txt':
    'stop_id,stop_name,stop_lat,stop_lon,location_type\nS1,Giáp Bát,20.98,105.84,\nE1,Cửa 1,20.98,105.84,2\nS2,Kho,0,0,0\n',
  'trips.txt': 'route_id,service_id,trip_id,trip_headsign\n32,T2,a,Nhổn\n32,LE,b,\n32,??,c,\n',
  'stop_times.txt':
    'trip_id,arrival_time,departure_time,stop_id,stop_sequence\na,23:59:00,24:00:00,S1,1\na,24:10:00,24:10:00,S2,2\nb,08:00:00,08:00:00,S1,1\n',
};

async function items(files: Readonly<Record<string, string | Uint8Array>>, asOf?: string) {
  const parsed = await readAll(
    gtfsReader,
    zipBytes(files),
    asOf === undefined ? {} : { asOf: instantSchema.parse(asOf) },
  );
  return recordsIn(parsed, 'catalogue-item');
}

test('a route takes its long name, in the language of the agency, for the days of the whole timetable', async () => {
  expect((await items(tables)).find(({ itemType }) => itemType === 'route')).toEqual({
    kind: 'catalogue-item',
    recordId: 'route/32',
    version: Date.parse('2023-11-14T23:30:00Z'),
    occurredAt: '2023-11-14T23:30:00.000Z',
    itemType: 'route',
    code: '32',
    names: [{ language: 'vi', name: 'Giáp Bát, Nhổn' }],
    validFrom: '2023-11-01',
    validTo: '2024-01-01',
  });
});

test('a trip belongs to its route and holds while its service runs, added days included', async () => {
  const trips = (await items(tables)).filter(({ itemType }) => itemType === 'trip');

  expect(trips.map(({ code, group, validFrom, validTo }) => [code, group, validFrom, validTo])).toEqual([
    ['a', '32', '2023-11-01', '2024-01-01'],
    ['b', '32', '2023-12-24', '2023-12-24'],
    ['c', '32', null, null],
  ]);
});

test('stops have their place; entrances are left out and (0, 0) is no place', async () => {
  const stops = (await items(tables)).filter(({ itemType }) => itemType === 'stop');

  expect(stops.map(({ code, point }) => [code, point])).toEqual([
    ['S1', [105.84, 20.98]],
    ['S2', undefined],
  ]);
});

test('rows of every table and stop times past 24:00 are told', async () => {
  expect(remarksIn(await readAll(gtfsReader, zipBytes(tables)))).toMatchObject({
    'table:stop_times': 3,
    'table:calendar_dates': 3,
    'stop-times-past-24h': 2,
    'trip-without-service-days': 1,
    'stop-without-place': 1,
    'places-that-are-no-stops': 1,
  });
});

test('the moment that the operator tells goes before the dates of the zip', async () => {
  const [first] = await items(tables, '2026-11-24T03:00:00.000Z');

  expect(first).toMatchObject({ occurredAt: '2026-11-24T03:00:00.000Z', version: 1795489200000 });
});

test('a byte order mark, CRLF, CR, blank lines, quotes and tables in a folder change nothing', async () => {
  const crlf: Record<string, string> = {};
  const cr: Record<string, string> = {};
  for (const [name, text] of Object.entries(tables)) {
    crlf[name] = `\uFEFF${text.replaceAll('\n', '\r\n')}\r\n`;
    cr[`hanoi/${name}`] = text.replaceAll('\n', '\r');
  }
  const plain = await items(tables);

  expect(await items(crlf)).toEqual(plain);
  expect(await items(cr)).toEqual(plain);
});

test('a row without an id is rejected at its place and the others are kept', async () => {
  const parsed = await readAll(
    gtfsReader,
    zipBytes({ ...tables, 'routes.txt': 'route_id,route_long_name\n,A\n7,B\n' }),
  );

  expect(parsed.filter(({ kind }) => kind === 'rejected')).toMatchObject([
    { rejection: { line: 2, reason: 'bad-identity', fields: ['code'], remedy: 'Mend code of routes.txt, line 2' } },
  ]);
  expect(recordsIn(parsed, 'catalogue-item').find(({ itemType }) => itemType === 'route')?.code).toBe('7');
});

test.each([
  ['nothing', new Uint8Array()],
  ['a web page', Buffer.from('<html><body>Not found</body></html>')],
  ['a zip without a timetable', zipBytes({ 'readme.txt': 'hello' })],
  ['a timetable without stops', zipBytes({ ...tables, 'stops.txt': '' }).subarray(0, 700)],
  ['a table that is not UTF-8', zipBytes({ ...tables, 'stops.txt': Buffer.from([115, 10, 0xe9, 0xff, 10]) })],
])('%s is refused as a bad file', async (_, bytes) => {
  await expect(readAll(gtfsReader, bytes)).rejects.toMatchObject({ code: 'BAD_FILE' });
});

test('a zip that unfolds beyond the limits is refused', async () => {
  const bomb = zipBytes({ ...tables, 'shapes.txt': `a,b\n${'0,0\n'.repeat(5_000_000)}` });
  const small = { ...defaultLimits, unpackedBytes: 1_000_000 };

  await expect(readAll(gtfsReader, bomb)).rejects.toMatchObject({ code: 'BAD_FILE', place: 'ratio' });
  await expect(readAll(gtfsReader, bomb, { limits: { ...small, ratio: 1e9 } })).rejects.toMatchObject({
    code: 'BAD_FILE',
    place: 'unpackedBytes',
  });
});

test('a table whose content was changed under way is refused', async () => {
  const whole = zipBytes({ ...tables, 'notes.txt': 'a,b\n' });
  const changed = Uint8Array.from(whole);
  const lastCrc = Buffer.from(whole).lastIndexOf('notes.txt') - 30; // in the directory, 30 bytes before the name
  changed[lastCrc] = (whole[lastCrc] ?? 0) ^ 1;

  await expect(readAll(gtfsReader, changed)).rejects.toMatchObject({ code: 'BAD_FILE', place: 'notes.txt' });
});

test('a quote that is never closed costs its row and not the table behind it', async () => {
  const parsed = await readAll(
    gtfsReader,
    zipBytes({ ...tables, 'routes.txt': 'route_id,route_long_name\n7,"A\n8,B\n' }),
  );

  expect(parsed.filter(({ kind }) => kind === 'rejected')).toMatchObject([
    { rejection: { line: 2, reason: 'not-parseable', remedy: 'Mend the quotes of routes.txt, line 2' } },
  ]);
  expect(recordsIn(parsed, 'catalogue-item').find(({ itemType }) => itemType === 'route')?.code).toBe('8');
});

test('however a zip is damaged, it is read, rejected in part or refused, never a crash', async () => {
  const whole = zipBytes(tables);
  const anyDamage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 5 });

  await fc.assert(
    fc.asyncProperty(anyDamage, async (damage) => {
      const bytes = Uint8Array.from(whole);
      for (const [at, value] of damage) bytes[at] = value;
      const outcome = await readAll(gtfsReader, bytes).catch((error: unknown) => error);
      expect(Array.isArray(outcome) || (outcome as { code?: string }).code === 'BAD_FILE').toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('observed trips are joined with the timetable by id, each counted once', async () => {
  expect(joinTrips(['a', 'z', 'a', '32'], await items(tables))).toEqual({ found: ['a'], unknown: ['z', '32'] });
});
