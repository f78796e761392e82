import type { Mapping } from '@flagtower/contracts';

import { badFile } from '../bad-file.ts';
import { catalogueTranslator } from '../catalogue/catalogue-translator.ts';
import { rowTranslator, type RowTranslator } from '../dossiers/row-translator.ts';
import { noticeTranslator } from '../notices/notice-translator.ts';
import type { Parsed } from '../parsed.ts';
import type { ReadOptions } from '../reader.ts';
import { rejected, remark } from '../reject.ts';
import { seriesTranslator } from '../series/series-translator.ts';
import { isPersonalColumn } from '../text/personal-columns.ts';
import { columnPlaces } from './csv-header.ts';
import type { RowTaker, RowTrouble } from './csv-rows.ts';

const TROUBLE: Readonly<Record<RowTrouble, string>> = {
  'text-after-quote': 'Text follows a closing quote: double the quotes inside the cell',
  'quote-not-closed': 'A quote is opened and never closed: close it, or double it if it is text',
  'too-long': 'The row is longer than any row may be: check the delimiter and the quotes',
};

/** Rows of a table with a header, whatever file they come from, to records. */
export interface TableTaker extends RowTaker {
  /** Where what follows is told. */
  readonly into: (out: Parsed[]) => void;
  readonly end: () => void;
}

type Translator = Pick<RowTranslator, 'columns' | 'take'> & Partial<Pick<RowTranslator, 'takeCase'>>;

/** @throws FlagtowerError `BAD_REQUEST` for a mapping that cannot work */
export function tableTranslator(mapping: Mapping, options: ReadOptions): Translator {
  const { catalogue, notice, series } = mapping;
  if (notice !== undefined) return noticeTranslator({ ...mapping, notice }, options);
  if (catalogue !== undefined) return catalogueTranslator({ ...mapping, catalogue }, options);
  return series === undefined ? rowTranslator(mapping, options) : seriesTranslator({ ...mapping, series }, options);
}

export function tableTaker(mapping: Mapping, options: ReadOptions): TableTaker {
  const { columns: maxColumns } = options.limits;
  const translator = tableTranslator(mapping, options);
  let skipRows = mapping.skipRows ?? 0;
  let out: Parsed[] = [];
  let places: readonly number[] | null = null;
  let width = 0;
  const takeHeader = (line: number, cells: readonly string[]): readonly number[] => {
    if (cells.length > maxColumns)
      throw badFile(`Has more than ${maxColumns} columns`, `line ${line}`, 'Check the delimiter');
    width = cells.length;
    const found = columnPlaces(cells, translator.columns, line);
    out.push(...leftOut(cells, found));
    return found;
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
      else if (skipRows > 0) skipRows -= 1;
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

/** Columns that are not read are counted, those about people apart: whoever sent them shall know that they went no further. */
function leftOut(header: readonly string[], places: readonly number[]): Parsed[] {
  const read = new Set(places);
  const unread = header.filter((name, index) => !read.has(index) && name.trim() !== '');
  const personal = unread.filter(isPersonalColumn).length;
  return [
    ...(personal === 0 ? [] : [remark('personal-columns-not-read', personal)]),
    ...(unread.length === personal ? [] : [remark('columns-not-read', unread.length - personal)]),
  ];
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** A trailing delimiter more than the header has is a habit of some exports; any other difference shifts columns. */
function fits(cells: readonly string[], width: number): boolean {
  return cells.length === width || (cells.length > width && isBlank(cells.slice(width)));
}
