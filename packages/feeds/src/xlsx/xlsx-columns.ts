import { columnNames } from '../csv/csv-header.ts';
import { MAX_SAMPLES, nothingSeen, sampleText, type ColumnsSeen } from '../inspect/columns-seen.ts';
import type { Limits } from '../limits.ts';
import { xlsxSheets } from './xlsx-sheets.ts';

/** Header and first rows of each sheet that holds anything. @throws FlagtowerError `BAD_FILE` */
export async function xlsxColumns(bytes: Uint8Array, limits: Limits): Promise<readonly ColumnsSeen[]> {
  const sheets = await xlsxSheets(bytes, limits);
  const seen = sheets.flatMap(({ rows }) => {
    const [header, ...body] = rows.filter((cells) => cells.some((cell) => cell.trim() !== ''));
    if (header === undefined) return [];
    const columns = columnNames(header).slice(0, limits.columns);
    const sample = body
      .slice(0, MAX_SAMPLES)
      .map((cells) => Object.fromEntries(columns.map((name, index) => [name, sampleText(cells[index] ?? '')])));
    return [{ columns, sample, encoding: null }];
  });
  return seen.length === 0 ? [nothingSeen] : seen;
}
