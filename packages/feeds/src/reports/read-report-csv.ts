import type { Bound, Day, ReportField, ReportIssue, ReportIssueReason } from '@flagtower/contracts';

import { badFile } from '../bad-file.ts';
import { csvRows } from '../csv/csv-rows.ts';
import { csvText } from '../csv/csv-text.ts';
import { fold, tidy } from '../text/tidy.ts';
import { reportDay, reportNumber } from './report-cells.ts';
import { boundOf, reportColumns, unknownWords } from './report-columns.ts';

/** A line of the template as it was written; whether the city knows what it speaks of is not looked at here. */
export interface ReportRow {
  readonly line: number;
  readonly indicator: string;
  readonly unit: string;
  readonly from: Day;
  readonly to: Day;
  /** `null`: stated to be unknown. */
  readonly value: number | null;
  /** The number carries a sign of per cent. */
  readonly isPercent: boolean;
  readonly bound: Bound | null;
  /** As it was written; empty: not said. */
  readonly unitOfMeasure: string;
  readonly statedBy: string;
}

export interface ReportFile {
  readonly rows: readonly ReportRow[];
  readonly issues: readonly ReportIssue[];
}

const longestRowBytes = 4000;
const longestSource = 200;

/**
 * Reads a file of figures by the headings of the template, in Vietnamese or English, in any order of columns. Lines of the
 * template that nobody filled in are no rows.
 * @throws FlagtowerError `BAD_FILE` where it is no such table
 */
export function readReportCsv(bytes: Uint8Array): ReportFile {
  const rows: ReportRow[] = [];
  const issues: ReportIssue[] = [];
  const head: { columns: Columns | null } = { columns: null };
  const table = csvRows(
    { delimiter: undefined, skipLines: 0, rowBytes: longestRowBytes },
    {
      row: (line, cells) => {
        if (head.columns === null) {
          head.columns = columnsOf(cells);
          return;
        }
        const read = rowOf(line, cells, head.columns);
        if (read === null) return;
        if (Array.isArray(read)) issues.push(...read);
        else rows.push(read);
      },
      trouble: (line) => issues.push({ line, field: null, reason: 'row-broken' }),
    },
  );
  const text = csvText(undefined);
  table.write(text.write(bytes));
  table.write(text.end());
  table.end();
  if (head.columns === null) throw badFile('The file is empty', 'line 1', 'Fill in the template and send that');
  return { rows, issues };
}

type Columns = ReadonlyMap<ReportField, number>;

const required: ReadonlySet<string> = new Set(['indicator', 'unit', 'from', 'to', 'value', 'statedBy']);

function columnsOf(cells: readonly string[]): Columns {
  const columns = new Map<ReportField, number>();
  for (const [index, cell] of cells.entries()) {
    const column = reportColumns.find(({ headings }) => [fold(headings.vi), fold(headings.en)].includes(fold(cell)));
    if (column !== undefined && column.field !== 'name') columns.set(column.field, index);
  }
  const missing = reportColumns.filter(({ field }) => field !== 'name' && required.has(field) && !columns.has(field));
  if (missing.length > 0)
    throw badFile(
      `The table has no column ${missing.map(({ headings }) => headings.vi).join(', ')}`,
      'line 1',
      'Use the headings of the template',
    );
  return columns;
}

/** @returns `null`: nobody filled it in; a list: what is wrong with it */
function rowOf(line: number, cells: readonly string[], columns: Columns): ReportRow | ReportIssue[] | null {
  const cell = (field: ReportField): string => tidy(cells[columns.get(field) ?? -1] ?? '');
  if ((['from', 'to', 'value', 'statedBy'] as const).every((field) => cell(field) === '')) return null;
  const issues: ReportIssue[] = [];
  const wrong = (field: ReportField, reason: ReportIssueReason): null => {
    issues.push({ line, field, reason: cell(field) === '' && field !== 'bound' ? 'empty' : reason });
    return null;
  };
  const day = (field: 'from' | 'to'): Day | null => reportDay(cell(field)) ?? wrong(field, 'not-a-day');
  const isUnknown = unknownWords.has(fold(cell('value')));
  const number = isUnknown ? null : (reportNumber(cell('value')) ?? wrong('value', 'not-a-number'));
  const [from, to] = [day('from'), day('to')];
  const bound = boundOf(cell('bound'));
  if (bound === undefined) wrong('bound', 'not-a-bound');
  for (const field of ['indicator', 'unit', 'statedBy'] as const) if (cell(field) === '') wrong(field, 'empty');
  if (cell('statedBy').length > longestSource) wrong('statedBy', 'too-long');
  if (issues.length > 0 || from === null || to === null) return issues;
  return {
    line,
    indicator: cell('indicator'),
    unit: cell('unit'),
    from,
    to,
    value: number?.value ?? null,
    isPercent: number?.isPercent ?? false,
    bound: bound ?? null,
    unitOfMeasure: cell('unitOfMeasure'),
    statedBy: cell('statedBy'),
  };
}
