import type { Mapping, NoticeMapping, RejectionReason } from '@flagtower/contracts';

import { checkedValue } from '../checked-record.ts';
import { columnsOf, compiledField, mappedColumns, type FieldProblem, type Slots } from '../dossiers/mapped-field.ts';
import { pointReader } from '../dossiers/mapped-point.ts';
import type { RowTranslator } from '../dossiers/row-translator.ts';
import type { Parsed } from '../parsed.ts';
import type { ReadOptions } from '../reader.ts';
import { rejected } from '../reject.ts';
import { wordTable } from '../text/word-table.ts';
import { instantText, momentReader, type DayEdge } from '../times/moment.ts';

type NoticesMapping = Mapping & { readonly notice: NoticeMapping };
const fieldNames = ['id', 'category', 'cause', 'severity', 'startsAt', 'endsAt', 'ended', 'updated', 'place'] as const;
type FieldName = (typeof fieldNames)[number];

/**
 * Turns rows of a list of incidents into notices.
 * @throws FlagtowerError `BAD_REQUEST` for an unknown zone or time format
 */
export function noticeTranslator(
  mapping: NoticesMapping,
  options: ReadOptions,
): Pick<RowTranslator, 'columns' | 'take'> {
  const { notice } = mapping;
  const columns = mappedColumns(mapping);
  const { text, moment } = noticeCells(mapping, options.zone);
  const pointIn = pointReader(notice.point, columns);
  const textsOf = eventTexts(notice);
  const asOfMs = options.asOf === null ? null : Date.parse(options.asOf);
  const noticeOf = (line: number, row: Slots): Parsed => {
    const problems: FieldProblem[] = [];
    const demanded = (name: 'id' | 'category'): string => {
      const told = text(name, row, problems);
      if (told === null) problems.push(problemOf(notice, name, name === 'id' ? 'bad-identity' : 'missing-field'));
      return told ?? '';
    };
    const [id, category] = [demanded('id'), demanded('category')];
    const startMs = moment('startsAt', 'start', row, problems);
    if (startMs === null && problems.length === 0) problems.push(problemOf(notice, 'startsAt', 'missing-field'));
    const endMs = moment('endsAt', 'end', row, problems);
    const toldMs = moment('updated', 'start', row, problems) ?? asOfMs ?? startMs ?? 0;
    const point = pointIn(row, problems);
    const ended = text('ended', row, problems) ?? 'false';
    if (ended !== 'true' && ended !== 'false') problems.push(problemOf(notice, 'ended', 'unknown-code'));
    const draft = {
      kind: 'notice',
      recordId: id,
      version: Math.max(0, toldMs),
      occurredAt: instantText(toldMs),
      noticeType: notice.noticeType,
      category,
      cause: text('cause', row, problems) ?? undefined,
      severity: text('severity', row, problems) ?? 'unknown',
      urgency: 'unknown',
      certainty: 'unknown',
      status: 'actual',
      startsAt: instantText(startMs ?? 0),
      endsAt: endMs === null ? null : instantText(endMs),
      ended: ended === 'true',
      supersedes: [],
      sender: options.feed ?? '',
      texts: textsOf(category),
      areas: areasOf(text('place', row, problems), point, notice.radiusKm ?? 0),
      signed: false,
    };
    const [problem] = problems;
    return problem === undefined
      ? checkedValue(line, 'row', draft)
      : rejected(line, problem.reason, [problem.place], problem.remedy);
  };
  return { columns, take: (line, row, out) => out.push(noticeOf(line, row)) };
}

interface NoticeCells {
  readonly text: (name: FieldName, row: Slots, problems: FieldProblem[]) => string | null;
  /** Epoch milliseconds; `null`: not told, or a problem. */
  readonly moment: (name: FieldName, edge: DayEdge, row: Slots, problems: FieldProblem[]) => number | null;
}

function noticeCells(mapping: NoticesMapping, zone: string): NoticeCells {
  const { notice, timeFormats = ['iso'] } = mapping;
  const columns = mappedColumns(mapping);
  const fields = new Map(fieldNames.map((name) => [name, compiledField(notice[name], name, columns)]));
  const read = momentReader(timeFormats, zone);
  const text: NoticeCells['text'] = (name, row, problems) => fields.get(name)?.(row, problems) ?? null;
  return {
    text,
    moment: (name, edge, row, problems) => {
      const told = text(name, row, problems);
      if (told === null) return null;
      const at = read(told, edge);
      if (at === null) problems.push(problemOf(notice, name, 'bad-time'));
      return at?.epochMs ?? null;
    },
  };
}

type Texts = readonly { readonly language: string; readonly event: string }[];

function eventTexts({ events = {} }: NoticeMapping): (category: string) => Texts {
  const byLanguage = Object.entries(events).map(([language, words]) => ({ language, wordOf: wordTable(words) }));
  return (category) => {
    const named = byLanguage.flatMap(({ language, wordOf }) => {
      const event = wordOf(category);
      return event === undefined ? [] : [{ language, event }];
    });
    return named.length > 0 ? named : [{ language: 'und', event: category }];
  };
}

function areasOf(place: string | null, point: [number, number] | undefined, radiusKm: number): readonly object[] {
  if (place === null && point === undefined) return [];
  const circles = point === undefined ? [] : [{ center: point, radiusKm }];
  return [{ name: place ?? '', polygons: [], circles, geocodes: [] }];
}

const remedies: Readonly<Partial<Record<RejectionReason, string>>> = {
  'bad-identity': 'Fill in the id of the incident',
  'missing-field': 'Fill in the cell',
  'bad-time': 'Write the time in one of the formats of the mapping',
  'unknown-code': 'Add the word to values in the mapping, as true or false',
};

function problemOf(notice: NoticeMapping, name: FieldName, reason: RejectionReason): FieldProblem {
  return { reason, place: columnsOf(notice[name])[0] ?? name, remedy: remedies[reason] ?? 'Mend the cell' };
}
