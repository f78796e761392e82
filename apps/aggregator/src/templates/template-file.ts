import { templateColumns, templateTable, type TemplateShape } from '@flagtower/feeds';
import writeWorkbook from 'write-excel-file/node';

export interface TemplateFile {
  readonly fileName: string;
  readonly type: string;
  readonly content: Buffer;
}

const fileNames: Readonly<Record<TemplateShape, string>> = { dossiers: 'ho-so', events: 'nhat-ky-trang-thai' };
const sheetNames: Readonly<Record<TemplateShape, string>> = { dossiers: 'Hồ sơ', events: 'Nhật ký trạng thái' };

/** The import template of a shape, empty or with the example's rows. */
export async function templateFile(
  shape: TemplateShape,
  format: 'csv' | 'xlsx',
  filled: boolean,
): Promise<TemplateFile> {
  const fileName = `${filled ? 'vi-du' : 'mau'}-${fileNames[shape]}.${format}`;
  if (format === 'csv') return { fileName, type: 'text/csv; charset=utf-8', content: csvContent(shape, filled) };
  return {
    fileName,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content: await workbookContent(shape, filled),
  };
}

/** With the mark and the separator by which a Vietnamese Excel opens it right. */
function csvContent(shape: TemplateShape, filled: boolean): Buffer {
  const lines = templateTable(shape, filled).map((row) => row.join(';'));
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`);
}

async function workbookContent(shape: TemplateShape, filled: boolean): Promise<Buffer> {
  const [headings = [], ...body] = templateTable(shape, filled);
  const columns = headings.map((heading) => ({ width: Math.max(14, heading.length + 4) }));
  return await writeWorkbook([
    { sheet: sheetNames[shape], data: [headings.map(title), ...body.map((row) => row.map(textCell))], columns },
    { sheet: 'Hướng dẫn', data: guide(shape), columns: [{ width: 24 }, { width: 12 }, { width: 90 }, { width: 90 }] },
  ]).toBuffer();
}

function guide(shape: TemplateShape): ReturnType<typeof title>[][] {
  const rows = templateColumns[shape].map(({ heading, required, meaning }) =>
    [heading, required ? 'Có' : '', meaning.vi, meaning.en].map(textCell),
  );
  return [['Cột', 'Bắt buộc', 'Cách ghi', 'In English'].map(title), ...rows];
}

/** Cells are texts, so that Excel takes no leading zero off a code and turns no day around. */
function textCell(value: string): { value: string; type: typeof String; format: string } {
  return { value, type: String, format: '@' };
}

function title(value: string): ReturnType<typeof textCell> & { fontWeight?: 'bold' } {
  return { ...textCell(value), fontWeight: 'bold' };
}
