import type { Mapping } from '@flagtower/contracts';

import { CASE_PREFIX } from '../dossiers/row-plan.ts';
import { jsonPath } from './json-path.ts';

/** What a row says in one column; `null`: a list, an object, or a number longer than JSON keeps. */
type Cell = string | null;
type ReadCell = (row: unknown, part: unknown) => Cell;

export interface CellsRead {
  readonly cells: readonly string[];
  /** Columns whose value cannot be taken. */
  readonly unreadable: readonly string[];
}

/**
 * Reads a row of JSON as the cells of a table.
 * @throws FlagtowerError `BAD_REQUEST` for a column whose path is none
 */
export function rowCells(columns: readonly string[], mapping: Mapping): (row: unknown, part: unknown) => CellsRead {
  const point = mapping.series?.decimal ?? '.';
  const readers = columns.map((column) => cellReader(column, point, mapping.parts !== undefined));
  return (row, part) => {
    const unreadable: string[] = [];
    const cells = readers.map((read, index) => {
      const cell = read(row, part);
      if (cell === null) unreadable.push(columns[index] ?? '');
      return cell ?? '';
    });
    return { cells, unreadable };
  };
}

function cellReader(column: string, point: string, hasParts: boolean): ReadCell {
  const ofRow = column.startsWith(CASE_PREFIX);
  const path = ofRow ? column.slice(CASE_PREFIX.length) : column;
  const valueIn = path.startsWith('$') ? firstOf(path, column) : (from: unknown) => member(from, path);
  return ofRow || !hasParts
    ? (row) => cellOf(valueIn(row), point)
    : (_row, part) => cellOf(part === undefined ? '' : valueIn(part), point);
}

/** The first value that the path finds and that says something. */
function firstOf(path: string, column: string): (from: unknown) => unknown {
  const findAll = jsonPath(path, `column ${column}`);
  return (from) => {
    for (const value of findAll(from)) if (value !== null && value !== '') return value;
    return '';
  };
}

function member(from: unknown, name: string): unknown {
  if (typeof from !== 'object' || from === null || !Object.hasOwn(from, name)) return '';
  return Reflect.get(from, name);
}

function cellOf(value: unknown, point: string): Cell {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return String(value);
  if (typeof value !== 'number') return null;
  // What a number lost on its way cannot be told from what it was: long codes have to come as texts.
  const isKept = Number.isFinite(value) && (Math.abs(value) <= Number.MAX_SAFE_INTEGER || !Number.isInteger(value));
  return isKept ? String(value).replace('.', point) : null;
}
