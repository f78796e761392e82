import type { catalogueItemSchema, RejectionReason, ServiceLevel, UnitLevel } from '@flagtower/contracts';
import type { z } from 'zod';

import { tidy } from '../text/tidy.ts';
import { wordTable } from '../text/word-table.ts';
import { isoTime } from '../times/iso-time.ts';
import { patternTime } from '../times/pattern-time.ts';
import { catalogueColumns, type CatalogueColumn } from './catalogue-columns.ts';

export type CatalogueDraft = z.input<typeof catalogueItemSchema>;

/** Why a row cannot be taken; `column` is where. */
export interface RowProblem {
  readonly reason: RejectionReason;
  readonly column: string;
  readonly remedy: string;
}

const competences = wordTable<UnitLevel>({
  'thành phố': 'city',
  tỉnh: 'city',
  sở: 'department',
  'sở, ngành': 'department',
  huyện: 'district',
  quận: 'district',
  'cấp huyện': 'district',
  xã: 'commune',
  phường: 'commune',
  'cấp xã': 'commune',
  city: 'city',
  department: 'department',
  district: 'district',
  commune: 'commune',
});

const levels = wordTable<ServiceLevel>({
  '1': 'level-1',
  '2': 'level-2',
  '3': 'level-3',
  '4': 'level-4',
  'mức độ 1': 'level-1',
  'mức độ 2': 'level-2',
  'mức độ 3': 'level-3',
  'mức độ 4': 'level-4',
  'toàn trình': 'full',
  'một phần': 'partial',
  không: 'none',
  'chưa cung cấp': 'none',
});

const answers = wordTable<boolean>({ có: true, không: false, x: true, yes: true, no: false, '1': true, '0': false });

const dayPattern = patternTime('dd/MM/yyyy');

/** A row of the catalogue as a draft, or what is wrong with it. Cells are by column, `''` where nothing is said. */
export function catalogueRow(
  cell: (column: CatalogueColumn) => string,
  told: { readonly occurredAt: string; readonly version: number },
): CatalogueDraft | RowProblem[] {
  const problems: RowProblem[] = [];
  const read = <T>(column: CatalogueColumn, parse: (text: string) => T | undefined, remedy: string): T | undefined => {
    const text = tidy(cell(column));
    if (text === '') return undefined;
    const value = parse(text);
    if (value === undefined) problems.push({ reason: 'bad-value', column: catalogueColumns[column], remedy });
    return value;
  };
  const code = tidy(cell('code'));
  if (code === '')
    problems.push({
      reason: 'bad-identity',
      column: catalogueColumns.code,
      remedy: 'Fill in the code of the procedure',
    });
  const competence = read('competence', competencesOf, 'Write Thành phố, Sở, Huyện or Xã, several with / between');
  const serviceLevel = read('level', levels, 'Write 1 to 4, Toàn trình, Một phần or Không');
  const workingDays = read('limit', wholeDays, 'Write a whole number of working days');
  const feeBearing = read('fee', answers, 'Write Có or Không');
  const payableOnline = read('payable', answers, 'Write Có or Không');
  const validFrom = read('from', dayOf, 'Write a day as dd/MM/yyyy') ?? null;
  const validTo = read('to', dayOf, 'Write a day as dd/MM/yyyy') ?? null;
  const basis = tidy(cell('basis'));
  if (workingDays !== undefined && basis === '')
    problems.push({
      reason: 'missing-field',
      column: catalogueColumns.basis,
      remedy: 'Name the text that gives the time limit',
    });
  if (problems.length > 0) return problems;
  const name = tidy(cell('name'));
  const group = tidy(cell('group'));
  return {
    kind: 'catalogue-item',
    recordId: ['procedure', code, (competence ?? []).join('+'), validFrom ?? ''].join(':'),
    ...told,
    itemType: 'procedure',
    code,
    names: name === '' ? [] : [{ language: 'vi', name }],
    ...(group === '' ? {} : { group }),
    ...(competence === undefined ? {} : { competence }),
    ...(serviceLevel === undefined ? {} : { serviceLevel }),
    ...(feeBearing === undefined ? {} : { feeBearing }),
    ...(payableOnline === undefined ? {} : { payableOnline }),
    ...(workingDays === undefined ? {} : { timeLimit: { workingDays, basis } }),
    validFrom,
    validTo,
  };
}

function competencesOf(text: string): UnitLevel[] | undefined {
  const read = text.split(/[;,/]/).map((word) => competences(tidy(word)));
  const known = read.filter((level) => level !== undefined);
  return known.length === read.length ? [...new Set(known)] : undefined;
}

function wholeDays(text: string): number | undefined {
  return /^\d{1,3}$/.test(text) ? Number(text) : undefined;
}

function dayOf(text: string): string | undefined {
  const wall = dayPattern(text) ?? isoTime(text);
  return wall?.precision === 'day' ? new Date(wall.wallMs).toISOString().slice(0, 10) : undefined;
}
