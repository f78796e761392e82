import {
  isOfCases,
  type CatalogueMapping,
  type MappedField,
  type Mapping,
  type NoticeMapping,
  type RejectionReason,
  type SeriesMapping,
} from '@flagtower/contracts';

import { tidy } from '../text/tidy.ts';
import { wordTable } from '../text/word-table.ts';

/** The mapped columns of one row, in the order of `mappedColumns`; an empty text is "not told". */
export type Slots = readonly string[];

export type FieldName = keyof Mapping['fields'];

/** Why a row cannot be taken. `place` is the column of the mapping, never a value. */
export interface FieldProblem {
  readonly reason: RejectionReason;
  readonly place: string;
  readonly remedy: string;
}

/** @returns `null` where the row says nothing; what is wrong goes into `problems` */
export type ReadField = (row: Slots, problems: FieldProblem[]) => string | null;

const nothing: ReadField = () => null;

/** Columns that a field may come from, the first goes first. */
export function columnsOf(field: MappedField | undefined): readonly string[] {
  if (field === undefined) return [];
  if (typeof field === 'string') return [field];
  if (field.column === undefined) return [];
  return typeof field.column === 'string' ? [field.column] : field.column;
}

/** Every column that a mapping names, once. The order is that of the slots. */
export function mappedColumns(mapping: Mapping): readonly string[] {
  const { shape, fields, series, notice, catalogue } = mapping;
  const names = [
    ...(isOfCases(shape) ? Object.values(fields).flatMap((field) => columnsOf(field)) : []),
    ...(notice === undefined ? [] : noticeColumns(notice)),
    ...(catalogue === undefined ? [] : catalogueColumns(catalogue)),
    ...(series === undefined ? [] : seriesColumns(series)),
  ];
  return [...new Set(names)];
}

function seriesColumns({ at, from, entity, group, values, only }: SeriesMapping): readonly string[] {
  const fields = [at, from, entity, group].flatMap(columnsOf);
  return [...fields, ...values.map(({ column }) => column), ...Object.keys(only ?? {})];
}

function noticeColumns({ point, ...told }: NoticeMapping): readonly string[] {
  const { id, category, cause, severity, startsAt, endsAt, ended, updated, place } = told;
  const fields = [id, category, cause, severity, startsAt, endsAt, ended, updated, place];
  return [...fields, point?.longitude, point?.latitude].flatMap((field) => columnsOf(field));
}

function catalogueColumns({ names, onlineSteps, point, ...entry }: CatalogueMapping): readonly string[] {
  const { code, group, level, audience, feeBearing, payableOnline, validFrom, validTo } = entry;
  const fields = [code, group, level, audience, feeBearing, payableOnline, validFrom, validTo];
  const all = [...fields, ...Object.values(names), point?.longitude, point?.latitude];
  return [...all.flatMap((field) => columnsOf(field)), ...Object.values(onlineSteps?.columns ?? {})];
}

/** What to call a field towards a person: its first column, or its own name where it is a constant. */
export function placeOf(mapping: Mapping, name: FieldName): string {
  return columnsOf(mapping.fields[name])[0] ?? name;
}

/** Where a raw text comes from, before words become codes. */
function rawReader(field: Exclude<MappedField, string>, columns: readonly string[]): (row: Slots) => string {
  const slots = columnsOf(field).map((column) => columns.indexOf(column));
  const constant = tidy(field.constant ?? '');
  const [only] = slots;
  if (only === undefined) return () => constant;
  const { join } = field;
  if (join !== undefined)
    return (row) => {
      const texts = slots.map((slot) => tidy(row[slot] ?? ''));
      return texts.includes('') ? constant : texts.join(join);
    };
  return (row) => {
    for (const slot of slots) {
      const text = tidy(row[slot] ?? '');
      if (text !== '') return text;
    }
    return constant;
  };
}

/** Compiles one field of a mapping; `columns` gives the slots. A word that maps to an empty text means "not told". */
export function fieldReader(mapping: Mapping, name: FieldName, columns: readonly string[]): ReadField {
  return compiledField(mapping.fields[name], name, columns);
}

/** The same for any field; `name` is what the mapping calls it. */
export function compiledField(mapped: MappedField | undefined, name: string, columns: readonly string[]): ReadField {
  if (mapped === undefined) return nothing;
  const field = typeof mapped === 'string' ? { column: mapped } : mapped;
  const raw = rawReader(field, columns);
  const { values } = field;
  if (values === undefined) return (row) => textOrNull(raw(row));

  const codeOf = wordTable(values);
  const place = columnsOf(field)[0] ?? name;
  const remedy = `Add the missing word of column “${place}” to the values of “${name}” in the mapping`;
  return (row, problems) => {
    const word = raw(row);
    const code = codeOf(word);
    if (code !== undefined) return textOrNull(tidy(code));
    if (word !== '' && field.strict === true) problems.push({ reason: 'unknown-code', place, remedy });
    return textOrNull(word);
  };
}

function textOrNull(text: string): string | null {
  return text === '' ? null : text;
}
