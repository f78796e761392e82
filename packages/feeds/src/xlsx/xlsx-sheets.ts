import readWorkbook from 'read-excel-file/node';

import { badFile } from '../bad-file.ts';
import type { Limits } from '../limits.ts';
import { guardXlsx } from './xlsx-guard.ts';

/** A sheet as a table of texts; row 0 is row 1 of the sheet. */
export interface SheetRows {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/**
 * The sheets of a workbook in their order. A cell that holds a date becomes an ISO day or time without an offset, to be
 * read in the zone of the import; a number is written without a thousands sign.
 * @throws FlagtowerError `BAD_FILE`
 */
export async function xlsxSheets(
  bytes: Uint8Array,
  limits: Pick<Limits, 'columns' | 'unpackedBytes'>,
): Promise<SheetRows[]> {
  await guardXlsx(bytes, limits);
  try {
    const sheets = await readWorkbook(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { trim: false });
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellText)) }));
  } catch (error) {
    throw badFile('The workbook cannot be read', 'xlsx', 'Save it again as .xlsx, or as CSV (UTF-8)', error);
  }
}

/** The library types a date's cell as the class of dates; what it gives is one of them. */
function cellText(cell: unknown): string {
  if (cell instanceof Date) return dateText(cell);
  if (typeof cell === 'number') return Number.isInteger(cell) ? cell.toFixed(0) : String(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return typeof cell === 'string' ? cell : '';
}

/** A sheet counts days in fractions, so that a second is rarely a whole one: rounded to it. */
function dateText(date: Date): string {
  const time = date.getTime();
  if (Number.isNaN(time)) return '';
  const text = new Date(Math.round(time / 1000) * 1000).toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19);
}
