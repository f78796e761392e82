import type { Mapping } from '@flagtower/contracts';

import { badFile } from '../bad-file.ts';
import { columnNames } from '../csv/csv-header.ts';
import { requireMapping } from '../csv/require-mapping.ts';
import { tableTaker } from '../csv/table-taker.ts';
import { mappedColumns } from '../dossiers/mapped-field.ts';
import { itemsInBatches } from '../items-in-batches.ts';
import type { Parsed } from '../parsed.ts';
import type { Reader, ReadOptions } from '../reader.ts';
import { fold } from '../text/tidy.ts';
import { wholeFile } from '../whole-file.ts';
import { maxXlsxBytes } from './xlsx-guard.ts';
import { xlsxSheets, type SheetRows } from './xlsx-sheets.ts';

/** A workbook's first sheet that has the mapped columns, read like a table of text. */
export const xlsxReader: Reader = (bytes, options) => itemsInBatches(items(bytes, options));

async function* items(bytes: AsyncIterable<Uint8Array>, options: ReadOptions): AsyncGenerator<Parsed> {
  const mapping = withIsoTimes(requireMapping(options));
  const sheets = await xlsxSheets(await wholeFile(bytes, maxXlsxBytes), options.limits);
  const skip = mapping.skipLines ?? 0;
  const sheet = sheetFor(sheets, mapping, skip);
  const table = tableTaker(mapping, options);
  let out: Parsed[] = [];
  table.into(out);
  for (const [index, cells] of sheet.rows.entries()) {
    if (index < skip) continue;
    table.row(index + 1, cells);
    yield* out;
    out = [];
    table.into(out);
  }
  table.end();
}

/** Cells that hold dates are told as ISO, whatever else the mapping expects of texts. */
function withIsoTimes(mapping: Mapping): Mapping {
  const formats = mapping.timeFormats ?? ['iso'];
  return formats.includes('iso') ? mapping : { ...mapping, timeFormats: [...formats, 'iso'] };
}

/** @returns the first with all mapped columns, else the first that holds anything: its error names what is missing */
function sheetFor(sheets: readonly SheetRows[], mapping: Mapping, skip: number): SheetRows {
  const wanted = mappedColumns(mapping).map(fold);
  const headerOf = ({ rows }: SheetRows): readonly string[] | undefined =>
    rows.slice(skip).find((cells) => cells.some((cell) => cell.trim() !== ''));
  const filled = sheets.filter((sheet) => headerOf(sheet) !== undefined);
  const fitting = filled.find((sheet) => {
    const there = new Set(columnNames(headerOf(sheet) ?? []).map(fold));
    return wanted.every((name) => there.has(name));
  });
  const sheet = fitting ?? filled[0];
  if (sheet === undefined) throw badFile('The workbook is empty', 'sheet', 'Fill in a sheet with a header row');
  return sheet;
}
