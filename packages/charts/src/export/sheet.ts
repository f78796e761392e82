import { coverOf } from './cover.ts';
import type { ExportedCell, ExportedColumn, ExportedView } from './exported-view.ts';

/** A cell as writers of workbooks take it; numbers stay numbers and are only shown in a format. */
export interface SheetCell {
  readonly value: string | number;
  readonly format?: string;
  readonly fontWeight?: 'bold';
}

/** `null`: an empty cell. */
export type Sheet = (SheetCell | null)[][];

/** The view as a sheet: the cover of title, unit, cut, source and mark, an empty row, headings, rows. */
export function sheetOf(view: ExportedView): Sheet {
  const [[title], ...lines] = coverOf(view);
  return [
    [{ value: title, fontWeight: 'bold' }],
    ...lines.map((line) => line.flatMap((text) => (text === '' ? [] : [{ value: text }]))),
    [],
    view.columns.map(({ name }) => ({ value: name, fontWeight: 'bold' })),
    ...view.rows.map((row) => view.columns.map((column, index) => cellOf(row[index] ?? null, column))),
  ];
}

function cellOf(value: ExportedCell, column: ExportedColumn): SheetCell | null {
  if (value === null || value === '') return null;
  const format = typeof value === 'number' ? formatOf(column) : null;
  return format === null ? { value } : { value, format };
}

/** A share stays a share in the cell and is shown in per cent. */
function formatOf({ kind, digits }: ExportedColumn): string | null {
  if (kind === 'share') return `${fraction(digits ?? 1)}%`;
  return digits === undefined ? null : `#,##${fraction(digits)}`;
}

function fraction(digits: number): string {
  return digits === 0 ? '0' : `0.${'0'.repeat(digits)}`;
}

/** Widths of the columns in characters: what is in them, within reason. */
export function sheetWidths(view: ExportedView): { readonly width: number }[] {
  return view.columns.map(({ name }, index) => {
    const longest = view.rows.reduce((most, row) => Math.max(most, String(row[index] ?? '').length), name.length);
    return { width: Math.min(60, Math.max(10, longest + 2)) };
  });
}
