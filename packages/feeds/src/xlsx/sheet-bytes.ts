import writeWorkbook from 'write-excel-file/node';

/** For tests: a workbook as bytes; a `Date` becomes a cell that holds a date, its UTC digits being what the cell shows. */
export async function sheetBytes(
  sheets: readonly {
    readonly name: string;
    readonly rows: readonly (readonly (string | number | Date | null)[])[];
  }[],
): Promise<Uint8Array> {
  const written = sheets.map(({ name, rows }) => ({
    sheet: name,
    data: rows.map((row) => row.map((cell) => (cell instanceof Date ? dateCell(cell) : cell))),
  }));
  return new Uint8Array(await writeWorkbook(written).toBuffer());
}

function dateCell(value: Date): { value: Date; type: typeof Date; format: string } {
  return { value, type: Date, format: 'dd/mm/yyyy hh:mm' };
}
