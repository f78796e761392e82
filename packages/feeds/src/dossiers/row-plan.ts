import { FlagtowerError, isOfCases, type CaseKind, type Mapping } from '@flagtower/contracts';

import type { ReadOptions } from '../reader.ts';
import { momentReader, type DayEdge, type Moment } from '../times/moment.ts';
import { vietnameseCodeRemarks, type CodeRemarks } from './code-remarks.ts';
import {
  columnsOf,
  fieldReader,
  mappedColumns,
  placeOf,
  type FieldName,
  type FieldProblem,
  type ReadField,
  type Slots,
} from './mapped-field.ts';
import { stepWords, type StepWord } from './step-word.ts';

/** What is wrong with a row and what is worth telling about it. */
export interface RowNotes {
  readonly problems: FieldProblem[];
  readonly remarks: string[];
}

/** What a row says of its case beside the steps. */
const valueNames = ['unit', 'procedure', 'channel', 'due', 'payment', 'result', 'rating'] as const;
export type ValueName = (typeof valueNames)[number];

/** A mapping made ready for rows of one file. */
export interface RowPlan {
  readonly shape: Mapping['shape'];
  readonly caseKind: CaseKind;
  readonly columns: readonly string[];
  /** Slots that decide what a row tells of its case: rows that agree in them tell the same. */
  readonly caseSlots: readonly number[];
  /** What to call a field towards the person who has to mend it. */
  readonly placeOf: (name: FieldName) => string;
  readonly text: (name: FieldName, row: Slots, notes: RowNotes) => string | null;
  readonly moment: (name: FieldName, row: Slots, edge: DayEdge, notes: RowNotes) => Moment | null;
  /** The step that a word of `activity` or `status` means; `null`: none is mapped. */
  readonly stepOf: (word: string | null) => StepWord | null;
  /** Values that belong to the case and not to the row's moment; only asked in the `events` shape. */
  readonly ofCase: (name: ValueName) => boolean;
  /** Of what a row tells of its case. */
  readonly version: (row: Slots, notes: RowNotes) => number;
  /** Of the row's own event: a version of the case is none of what happened in it. */
  readonly eventVersion: (row: Slots, notes: RowNotes) => number;
  /** Of a case that names no due moment; `null`: there is none. */
  readonly promiseMs: number | null;
  readonly codeRemarks: CodeRemarks;
}

/**
 * @throws FlagtowerError `BAD_REQUEST` for a zone or time format that nobody knows
 */
export function rowPlan(mapping: Mapping, options: ReadOptions): RowPlan {
  requireTimes(mapping);
  const columns = mappedColumns(mapping);
  const readers = new Map<FieldName, ReadField>();
  const text: RowPlan['text'] = (name, row, notes) => {
    let reader = readers.get(name);
    if (reader === undefined) {
      reader = fieldReader(mapping, name, columns);
      readers.set(name, reader);
    }
    return reader(row, notes.problems);
  };
  const moment = momentOf(mapping, options.zone, text);
  const version = versionOf(mapping, options, text, moment);
  const stated = statedVersion(options);
  return {
    shape: mapping.shape,
    caseKind: options.caseKind ?? mapping.caseKind,
    columns,
    caseSlots: caseSlotsOf(mapping, columns),
    placeOf: (name) => placeOf(mapping, name),
    text,
    moment,
    stepOf: stepWords(mapping.steps ?? {}),
    ofCase: (name) => isOfCase(mapping, name),
    version,
    eventVersion: isCaseVersion(mapping) ? () => stated : version,
    promiseMs: mapping.promiseSeconds === undefined ? null : mapping.promiseSeconds * 1000,
    codeRemarks: mapping.dossierCodes === 'vietnam' ? vietnameseCodeRemarks(options.zone) : () => [],
  };
}

function requireTimes({ shape, fields }: Mapping): void {
  if (!isOfCases(shape))
    throw new FlagtowerError('BAD_REQUEST', `The mapping is of the shape ${shape}, and this file tells of cases`, {
      place: 'shape',
      remedy: 'Give a mapping of cases or events, or send what it is about as a table',
    });
  const timed = shape === 'events' ? fields.at : (fields.received ?? fields.submitted ?? fields.handled ?? fields.at);
  if (timed !== undefined) return;
  throw new FlagtowerError('BAD_REQUEST', 'The mapping names no column that holds a time', {
    place: shape === 'events' ? 'fields.at' : 'fields.received',
    remedy: shape === 'events' ? 'Map the time of the event to “at”' : 'Map at least “received”',
  });
}

function momentOf(mapping: Mapping, zone: string, text: RowPlan['text']): RowPlan['moment'] {
  const formats = mapping.timeFormats ?? ['iso'];
  const read = momentReader(formats, zone);
  return (name, row, edge, notes) => {
    const raw = text(name, row, notes);
    if (raw === null) return null;
    const moment = read(raw, edge);
    if (moment === null) {
      const place = placeOf(mapping, name);
      const remedy = `Column “${place}” holds no time of the form ${formats.join(' or ')}: correct it, or add its form to timeFormats`;
      notes.problems.push({ reason: 'bad-time', place, remedy });
    } else if (moment.doubt !== null) notes.remarks.push(moment.doubt);
    return moment;
  };
}

/** Trace attributes carry this prefix, as process-mining tools write them into tables too. */
export const CASE_PREFIX = 'case:';

function isOfCase(mapping: Mapping, name: ValueName): boolean {
  const columns = columnsOf(mapping.fields[name]);
  if (columns.every((column) => column.startsWith(CASE_PREFIX))) return true;
  // A due date repeats on every row like the other times of a case, unless the mapping says that rows change it.
  return mapping.dating === undefined ? name === 'due' : mapping.dating === 'correction';
}

const CASE_FIELDS: readonly FieldName[] = [
  'dossier',
  'version',
  'submitted',
  'received',
  'refused',
  'handled',
  'withdrawn',
  'returned',
  'reopened',
];

function caseSlotsOf(mapping: Mapping, columns: readonly string[]): readonly number[] {
  const values = valueNames.filter((name) => isOfCase(mapping, name));
  const fields = [...CASE_FIELDS, ...values];
  const names = new Set(fields.flatMap((name) => columnsOf(mapping.fields[name])));
  return [...names].map((name) => columns.indexOf(name));
}

function isCaseVersion({ fields: { version } }: Mapping): boolean {
  const columns = columnsOf(version);
  return columns.length > 0 && columns.every((column) => column.startsWith(CASE_PREFIX));
}

function statedVersion({ asOf }: ReadOptions): number {
  return asOf === null ? 0 : Date.parse(asOf);
}

function versionOf(
  mapping: Mapping,
  options: ReadOptions,
  text: RowPlan['text'],
  moment: RowPlan['moment'],
): RowPlan['version'] {
  const stated = statedVersion(options);
  if (mapping.fields.version === undefined) return () => stated;
  return (row, notes) => {
    const raw = text('version', row, notes);
    if (raw === null) return stated;
    if (/^\d{1,15}$/.test(raw)) return Number(raw);
    return Math.max(0, moment('version', row, 'start', notes)?.epochMs ?? 0);
  };
}
