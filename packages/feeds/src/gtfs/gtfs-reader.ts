import { badFile } from '../bad-file.ts';
import { checkedRecord } from '../checked-record.ts';
import { itemsInBatches } from '../items-in-batches.ts';
import type { Parsed } from '../parsed.ts';
import type { Reader, ReadOptions } from '../reader.ts';
import { rejected } from '../reject.ts';
import { countIn, remarksOf, type Tally } from '../tally.ts';
import { wholeFile } from '../whole-file.ts';
import { catalogueTables, type ToItem } from './catalogue-drafts.ts';
import { tableRows, type TableRow, type TableRows } from './table-rows.ts';
import { readTimetable, timetableTables, type ReadTable, type Timetable } from './timetable.ts';
import { zipTables } from './zip-tables.ts';

/** A zip's directory is at its end, so the packed file is held; the largest national timetables are about this size. */
const maxZipBytes = 512 * 1024 * 1024;
const neededTables = ['routes', 'trips', 'stops', 'stop_times'] as const;

/** A GTFS timetable: its routes, trips and stops become the catalogue, the other tables are counted. */
export const gtfsReader: Reader = (bytes, options) => itemsInBatches(items(bytes, options));

async function* items(bytes: AsyncIterable<Uint8Array>, options: ReadOptions): AsyncGenerator<Parsed> {
  const zip = await zipTables(
    await wholeFile(bytes, Math.min(maxZipBytes, options.limits.unpackedBytes)),
    options.limits,
  );
  const missing = neededTables.filter((name) => !zip.names.includes(name));
  if (missing.length > 0)
    throw badFile(
      'The zip holds no GTFS timetable',
      `${missing.join('.txt, ')}.txt`,
      'Fetch the whole timetable again',
    );

  const tally: Tally = new Map();
  const read: ReadTable = (name) => counted(tableRows(zip.bytesOf(name), options.limits), name, tally);
  for (const name of zip.names) countIn(tally, `table:${name}`, 0);
  const asOfMs = options.asOf === null ? null : Date.parse(options.asOf);
  const timetable = await readTimetable(read, { asOfMs, changedAt: zip.changedAt, zone: options.zone });

  const small = new Set<string>(timetableTables);
  for (const name of zip.names.filter((it) => !small.has(it))) {
    const toItem = catalogueTables[name];
    if (toItem === undefined) await drain(read(name), name, tally);
    else yield* itemsOf(read(name), { name, toItem, timetable, tally });
  }
  yield* remarksOf(tally);
}

async function* counted(pieces: AsyncIterable<TableRows>, name: string, tally: Tally): AsyncGenerator<TableRows> {
  for await (const piece of pieces) {
    countIn(tally, `table:${name}`, piece.rows.length);
    yield piece;
  }
}

async function* itemsOf(
  pieces: AsyncIterable<TableRows>,
  table: { readonly name: string; readonly toItem: ToItem; readonly timetable: Timetable; readonly tally: Tally },
): AsyncGenerator<Parsed> {
  for await (const { rows, broken } of pieces) {
    for (const line of broken)
      yield rejected(line, 'not-parseable', [], `Mend the quotes of ${table.name}.txt, line ${line}`);
    for (const { line, cell } of rows) {
      const draft = table.toItem(cell, table.timetable, table.tally);
      if (draft !== null) yield checkedRecord(line, `${table.name}.txt, line`, draft);
    }
  }
}

async function drain(pieces: AsyncIterable<TableRows>, name: string, tally: Tally): Promise<void> {
  for await (const { rows, broken } of pieces) {
    if (broken.length > 0) countIn(tally, `not-readable:${name}`, broken.length);
    if (name === 'stop_times') countIn(tally, 'stop-times-past-24h', rows.filter(isPastMidnight).length);
  }
}

/** A service day goes on after midnight: 25:10:00 is ten past one on the next calendar day. */
function isPastMidnight({ cell }: TableRow): boolean {
  return [cell('arrival_time'), cell('departure_time')].some((time) => Number.parseInt(time, 10) >= 24);
}
