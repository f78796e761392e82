import type { Mapping } from '@flagtower/contracts';

import { tableTranslator } from '../csv/table-taker.ts';
import type { Parsed } from '../parsed.ts';
import type { ReadOptions } from '../reader.ts';
import { rejected } from '../reject.ts';
import { jsonPath } from './json-path.ts';
import { rowCells, type CellsRead } from './json-row.ts';

/** Takes one row; `index` counts rows from 1. */
export type TakeRow = (row: unknown, index: number, out: Parsed[]) => void;

/**
 * Rows of JSON to records, by the mapping that reads tables too.
 * @throws FlagtowerError `BAD_REQUEST` for a mapping that cannot work, with the path that is wrong
 */
export function jsonRows(mapping: Mapping, options: ReadOptions): TakeRow {
  const translator = tableTranslator(mapping, options);
  const cellsOf = rowCells(translator.columns, mapping);
  const partsOf = mapping.parts === undefined ? null : jsonPath(mapping.parts, 'parts');
  return (row, index, out) => {
    if (typeof row !== 'object' || row === null) {
      out.push(
        rejected(index, 'not-parseable', [], `Row ${index} is no JSON object or list: correct rows in the mapping`),
      );
      return;
    }
    const parts = partsOf === null ? [undefined] : [...partsOf(row)];
    for (const part of parts) take(translator.take, { index, ...cellsOf(row, part) }, out);
    if (parts.length === 0 && translator.takeCase !== undefined)
      take(translator.takeCase, { index, ...cellsOf(row, undefined) }, out);
  };
}

interface Told extends CellsRead {
  readonly index: number;
}

type TakeCells = (line: number, cells: readonly string[], out: Parsed[]) => void;

function take(taker: TakeCells, { index, cells, unreadable }: Told, out: Parsed[]): void {
  if (unreadable.length === 0) taker(index, cells, out);
  else out.push(rejected(index, 'bad-value', unreadable, remedyFor(unreadable)));
}

function remedyFor(columns: readonly string[]): string {
  return `What is at ${columns.slice(0, 5).join(', ')} is a list, an object or too long a number: name the path of one value, or send it as a text`;
}
