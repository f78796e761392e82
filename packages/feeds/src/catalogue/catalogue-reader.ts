import { badFile } from '../bad-file.ts';
import { checkedRecord } from '../checked-record.ts';
import { columnPlaces } from '../csv/csv-header.ts';
import { csvRows } from '../csv/csv-rows.ts';
import { csvText } from '../csv/csv-text.ts';
import { inBatches, type ChunkParser } from '../in-batches.ts';
import type { Parsed } from '../parsed.ts';
import type { Reader, ReadOptions } from '../reader.ts';
import { rejected } from '../reject.ts';
import { catalogueColumns, catalogueFields } from './catalogue-columns.ts';
import { catalogueRow } from './catalogue-row.ts';

/** The city's procedures and services, a row for each time that something of one held. */
export const catalogueReader: Reader = (bytes, options) => inBatches(bytes, catalogueParser(options));

/** Before any export of a catalogue: what brings no time of its own was always so. */
const longAgo = '1970-01-01T00:00:00.000Z';

function catalogueParser({ asOf, limits }: ReadOptions): ChunkParser {
  const told = { occurredAt: asOf ?? longAgo, version: asOf === null ? 0 : Date.parse(asOf) };
  let out: Parsed[] = [];
  let places: readonly number[] | null = null;
  const take = (line: number, cells: readonly string[], from: readonly number[]): void => {
    const row = catalogueRow((column) => cells[from[catalogueFields.indexOf(column)] ?? -1] ?? '', told);
    const [first] = Array.isArray(row) ? row : [];
    if (!Array.isArray(row)) out.push(checkedRecord(line, 'row', row));
    else if (first !== undefined)
      out.push(
        rejected(
          line,
          first.reason,
          row.map(({ column }) => column),
          first.remedy,
        ),
      );
  };
  const rows = csvRows(
    { delimiter: undefined, skipLines: 0, rowBytes: limits.rowBytes },
    {
      row: (line, cells) => {
        if (cells.every((cell) => cell.trim() === '')) return;
        if (places !== null) take(line, cells, places);
        else
          places = columnPlaces(
            cells,
            catalogueFields.map((field) => catalogueColumns[field]),
            line,
          );
      },
      trouble: (line) => out.push(rejected(line, 'not-parseable', [], 'Mend the quotes of the row')),
    },
  );
  const text = csvText(undefined);
  return {
    write: (chunk, next) => {
      out = next;
      rows.write(text.write(chunk));
    },
    end: (next) => {
      out = next;
      rows.write(text.end());
      rows.end();
      if (places === null) throw badFile('The catalogue has no header row', 'line 1', 'Export it again');
    },
  };
}
