import type { Language } from '../language.ts';
import { coverOf } from './cover.ts';
import type { ExportedCell, ExportedColumn, ExportedView } from './exported-view.ts';

/**
 * A Vietnamese Excel splits at `;` and reads `,` as the decimal sign; without the mark at the start it takes UTF-8 for
 * the machine's own code page.
 */
const BYTE_ORDER_MARK = '\uFEFF';
const SEPARATOR = ';';

/**
 * A spreadsheet runs a cell that starts like a formula. The apostrophe makes it text again; numbers are written by us
 * and keep their minus.
 */
function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function numberCell(value: number, digits: number | undefined, language: Language): string {
  const text = digits === undefined ? String(value) : value.toFixed(digits);
  return language === 'vi' ? text.replace('.', ',') : text;
}

function cell(value: ExportedCell, column: ExportedColumn, language: Language): string {
  if (value === null) return '';
  if (typeof value === 'string') return quoted(harmless(value));
  // A share leaves as a percentage, as the screen shows it; the column's name says so.
  return column.kind === 'share'
    ? numberCell(value * 100, column.digits ?? 1, language)
    : numberCell(value, column.digits, language);
}

/** The view as a file for a Vietnamese Excel: a cover of title, unit, cut, source and mark, an empty line, the table. */
export function csvOf(view: ExportedView): string {
  return fileOf([
    ...coverOf(view).map((row) =>
      row.filter((text, index) => index === 0 || text !== '').map((text) => quoted(harmless(text))),
    ),
    [],
    ...tableOf(view),
  ]);
}

type Table = Pick<ExportedView, 'language' | 'columns' | 'rows'>;

/** A table to be read by a program or filled in by a person: headings and rows, without a cover. */
export function csvTable(table: Table): string {
  return fileOf(tableOf(table));
}

function tableOf({ columns, rows, language }: Table): string[][] {
  return [
    columns.map(({ name, kind }) => quoted(harmless(kind === 'share' ? `${name} (%)` : name))),
    ...rows.map((row) => columns.map((column, index) => cell(row[index] ?? null, column, language))),
  ];
}

function fileOf(lines: readonly (readonly string[])[]): string {
  return `${BYTE_ORDER_MARK}${lines.map((line) => line.join(SEPARATOR)).join('\r\n')}\r\n`;
}
