import { csvRows } from '../csv/csv-rows.ts';
import { csvText } from '../csv/csv-text.ts';
import type { Limits } from '../limits.ts';

export interface TableRow {
  /** Line in its table, from 1; the header is line 1. */
  readonly line: number;
  /** The text of a cell, without blanks around it; empty where the table has no such column. */
  readonly cell: (column: string) => string;
}

/** A piece of a table. */
export interface TableRows {
  readonly rows: readonly TableRow[];
  /** Lines of rows that could not be cut into cells. */
  readonly broken: readonly number[];
}

/**
 * Streams a CSV table whose first row names the columns: UTF-8, commas, any line ends.
 * @yields what one chunk of bytes completed, and at least one row
 * @throws FlagtowerError `BAD_FILE` for bytes that are not UTF-8
 */
export async function* tableRows(
  bytes: AsyncIterable<Uint8Array>,
  limits: Pick<Limits, 'rowBytes'>,
): AsyncGenerator<TableRows> {
  const text = csvText('utf-8');
  const table = tableTaker();
  const csv = csvRows({ delimiter: ',', skipLines: 0, rowBytes: limits.rowBytes }, table);
  for await (const chunk of bytes) {
    csv.write(text.write(chunk));
    yield* table.taken();
  }
  csv.write(text.end());
  csv.end();
  yield* table.taken();
}

function tableTaker() {
  let places: ReadonlyMap<string, number> | null = null;
  let rows: TableRow[] = [];
  let broken: number[] = [];
  return {
    row: (line: number, cells: readonly string[]): void => {
      if (places === null) places = new Map(cells.map((column, at) => [column.trim(), at]));
      else if (cells.length > 1 || cells[0]?.trim() !== '') rows.push(tableRow(line, cells, places));
    },
    trouble: (line: number): void => {
      broken.push(line);
    },
    /** What was told since the last call. */
    taken: (): TableRows[] => {
      const piece = { rows, broken };
      rows = [];
      broken = [];
      return piece.rows.length + piece.broken.length === 0 ? [] : [piece];
    },
  };
}

function tableRow(line: number, cells: readonly string[], places: ReadonlyMap<string, number>): TableRow {
  return {
    line,
    cell: (column) => {
      const at = places.get(column);
      return at === undefined ? '' : (cells[at] ?? '').trim();
    },
  };
}
