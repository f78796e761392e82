import type { ExportedView } from '@flagtower/charts';
import type { SheetData } from 'write-excel-file/browser';

import { columnNumber, formGroups } from './form-columns.ts';
import { formWords } from './form-words.ts';

const head = { fontWeight: 'bold', align: 'center', alignVertical: 'center', wrap: true, borderStyle: 'thin' } as const;

/** The form as a sheet: what it is and of when, the form's two header rows with the numbers of its columns, a row a unit. */
export function formSheet(view: ExportedView): SheetData {
  const words = formWords[view.language];
  const groups = formGroups.flatMap(({ group, columns }) => [
    { ...head, value: words.groups[group], columnSpan: columns.length },
    ...columns.slice(1).map(() => null),
  ]);
  const names = formGroups.flatMap(({ columns }) =>
    columns.map((figure) => ({ ...head, value: `${words.columns[figure]} (${String(columnNumber(figure))})` })),
  );
  const beside = [words.check, words.beside];
  return [
    [{ value: view.title, fontWeight: 'bold' }],
    ...[view.cut, view.source, view.mark].flatMap((text) => (text === null ? [] : [[{ value: text }]])),
    [],
    [{ ...head, value: words.unit, rowSpan: 2 }, ...groups, ...beside.map((value) => ({ ...head, value, rowSpan: 2 }))],
    [null, ...names, null, null],
    ...view.rows.map((row) =>
      row.map((value) => (value === null || value === '' ? null : { value, borderStyle: 'thin' as const })),
    ),
  ];
}

/** The workbook as a file; its writer is fetched by who wants one. */
export async function formWorkbook(view: ExportedView): Promise<Blob> {
  const { default: writeWorkbook } = await import('write-excel-file/browser');
  const widths = [28, ...formGroups.flatMap(({ columns }) => columns.map(() => 11)), 24, 36];
  const book = writeWorkbook(formSheet(view), {
    sheet: view.name,
    orientation: 'landscape',
    columns: widths.map((width) => ({ width })),
  });
  return await book.toBlob();
}
