import { FlagtowerError, type Mapping } from '@flagtower/contracts';

import { badFile } from '../bad-file.ts';
import { rowTranslator } from '../dossiers/row-translator.ts';
import { inBatches, type ChunkParser } from '../in-batches.ts';
import type { Parsed } from '../parsed.ts';
import type { Reader, ReadOptions } from '../reader.ts';
import { rejected } from '../reject.ts';
import { columnPlaces } from './csv-header.ts';
import { csvRows, type RowTaker, type RowTrouble } from './csv-rows.ts';
import { csvText } from './csv-text.ts';

const TROUBLE: Readonly<Record<RowTrouble, string>> = {
  'text-after-quote': 'Text follows a closing quote: double the quotes inside the cell',
  'quote-not-closed': 'A quote is opened and never closed: close it, or double it if it is text',
  'too-long': 'The row is longer than any row may be: check the delimiter and the quotes',
};

/** Tables with a mapping, in both shapes. Only mapped columns are read; the header decides where they stand. */
export const csvReader: Reader = (bytes, options) => inBatches(bytes, csvParser(options));

function requireMapping({ mapping }: ReadOptions): Mapping {
  if (mapping !== null) return mapping;
  throw new FlagtowerError('UNKNOWN_MAPPING', 'A table needs a mapping', {
    place: 'mapping',
    remedy: 'Give --mapping FILE.json, or choose the columns on the import page',
  });
}

function csvParser(options: ReadOptions): ChunkParser {
  const mapping = requireMapping(options);
  const { rowBytes } = options.limits;
  const table = tableTaker(mapping, options);
  const rows = csvRows({ delimiter: mapping.delimiter, skipLines: mapping.skipLines ?? 0, rowBytes }, table);
  const text = csvText(mapping.encoding);
  return {
    write: (chunk, out) => {
      table.into(out);
      rows.write(text.write(chunk));
    },
    end: (out) => {
      table.into(out);
      rows.write(text.end());
      rows.end();
      table.end();
    },
  };
}

interface TableTaker extends RowTaker {
  /** Where what follows is told. */
  readonly into: (out: Parsed[]) => void;
  readonly end: () => void;
}

function tableTaker(mapping: Mapping, options: ReadOptions): TableTaker {
  const { columns: maxColumns } = options.limits;
  const translator = rowTranslator(mapping, options);
  let out: Parsed[] = [];
  let places: readonly number[] | null = null;
  let width = 0;
  const takeHeader = (line: number, cells: readonly string[]): readonly number[] => {
    if (cells.length > maxColumns)
      throw badFile(`Has more than ${maxColumns} columns`, `line ${line}`, 'Check the delimiter');
    width = cells.length;
    return columnPlaces(cells, translator.columns, line);
  };
  const takeCells = (line: number, cells: readonly string[], from: readonly number[]): void => {
    const slots = from.map((place) => cells[place] ?? '');
    if (fits(cells, width)) translator.take(line, slots, out);
    else out.push(rejected(line, 'not-parseable', [], `The row has ${cells.length} cells, the header has ${width}`));
  };
  return {
    into: (next) => {
      out = next;
    },
    row: (line, cells) => {
      if (isBlank(cells)) return;
      if (places === null) places = takeHeader(line, cells);
      else takeCells(line, cells, places);
    },
    trouble: (line, trouble) => {
      if (places === null) throw badFile(TROUBLE[trouble], `line ${line}`, 'Is this a table? Export it as CSV');
      out.push(rejected(line, trouble === 'too-long' ? 'too-large' : 'not-parseable', [], TROUBLE[trouble]));
    },
    end: () => {
      if (places === null) throw badFile('The file is empty: not even a header row', 'line 1', 'Export it again');
    },
  };
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** A trailing delimiter more than the header has is a habit of some exports; any other difference shifts columns. */
function fits(cells: readonly string[], width: number): boolean {
  return cells.length === width || (cells.length > width && isBlank(cells.slice(width)));
}
