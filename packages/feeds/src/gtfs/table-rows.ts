import Papa from 'papaparse';

import { badFile } from '../bad-file.ts';
import type { Limits } from '../limits.ts';

/** Some rows of a table. */
export interface TableRows {
  /** The text of a cell, without blanks around it; empty where the table has no such column. */
  readonly cell: (row: readonly string[], column: string) => string;
  readonly rows: readonly (readonly string[])[];
}

interface ParsedPiece {
  readonly data: readonly (readonly string[])[];
  readonly meta: { readonly cursor: number };
}

/**
 * Streams a CSV table whose first row names the columns: UTF-8, with or without byte order mark, commas, any line ends.
 * @yields one row or more
 * @throws FlagtowerError `BAD_FILE` for bytes that are not UTF-8 and for a row without an end, such as after a lost quote
 */
export async function* tableRows(
  bytes: AsyncIterable<Uint8Array>,
  name: string,
  limits: Pick<Limits, 'rowBytes'>,
): AsyncGenerator<TableRows> {
  let cell: TableRows['cell'] | null = null;
  for await (const piece of csvPieces(bytes, name, limits)) {
    const rows = piece.filter((row) => row.length > 1 || row[0]?.trim() !== '');
    const header = cell === null ? rows.shift() : undefined;
    if (header !== undefined) cell = cellReader(header);
    if (cell !== null && rows.length > 0) yield { cell, rows };
  }
}

function cellReader(header: readonly string[]): TableRows['cell'] {
  const places = new Map(header.map((column, at) => [column.trim(), at]));
  return (row, column) => {
    const at = places.get(column);
    return at === undefined ? '' : (row[at] ?? '').trim();
  };
}

async function* csvPieces(
  bytes: AsyncIterable<Uint8Array>,
  name: string,
  limits: Pick<Limits, 'rowBytes'>,
): AsyncGenerator<(readonly string[])[]> {
  let held = '';
  let newline: '\n' | '\r' | null = null;
  for await (const text of decoded(bytes, name)) {
    held += text;
    newline ??= lineEnd(held);
    if (newline === null) continue;
    const { data, meta } = parsed(held, newline, true);
    held = held.slice(meta.cursor);
    if (held.length > limits.rowBytes)
      throw badFile(
        `A row is longer than ${limits.rowBytes} bytes`,
        `${name}.txt`,
        'Look for a quote that is not closed',
      );
    yield [...data];
  }
  if (held.trim() !== '') yield [...parsed(held, newline ?? '\n', false).data];
}

/** `\r\n` is read as `\n`, and the cells are trimmed. */
function lineEnd(text: string): '\n' | '\r' | null {
  if (text.includes('\n')) return '\n';
  // A lone CR at the end may be half of a CRLF.
  return text.slice(0, -1).includes('\r') ? '\r' : null;
}

function parsed(text: string, newline: string, more: boolean): ParsedPiece {
  const piece: unknown = new Papa.Parser({ delimiter: ',', newline: newline === '\r' ? '\r' : '\n' }).parse(
    text,
    0,
    more,
  );
  if (!isPiece(piece)) throw new TypeError('the CSV parser gave no rows');
  return piece;
}

function isPiece(value: unknown): value is ParsedPiece {
  return typeof value === 'object' && value !== null && 'data' in value && Array.isArray(value.data) && 'meta' in value;
}

async function* decoded(bytes: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const text = (chunk: Uint8Array, more: boolean): string => {
    try {
      return decoder.decode(chunk, { stream: more });
    } catch (error) {
      throw badFile('Holds bytes that are not UTF-8', `${name}.txt`, 'Save the table as UTF-8', error);
    }
  };
  for await (const chunk of bytes) yield text(chunk, true);
  yield text(new Uint8Array(), false);
}
