import type { CatalogueMapping, Mapping, RejectionReason } from '@flagtower/contracts';
import { localDay } from '@flagtower/domain';

import { checkedValue } from '../checked-record.ts';
import { columnsOf, compiledField, mappedColumns, type FieldProblem, type Slots } from '../dossiers/mapped-field.ts';
import { pointReader, type ReadPoint } from '../dossiers/mapped-point.ts';
import type { Parsed } from '../parsed.ts';
import type { ReadOptions } from '../reader.ts';
import { rejected } from '../reject.ts';
import { momentReader } from '../times/moment.ts';
import { levelOf, onlineSteps } from './online-steps.ts';

/** Before any export of a register: what brings no time of its own was always so. */
const longAgo = '1970-01-01T00:00:00.000Z';

const fieldNames = [
  'code',
  'group',
  'level',
  'audience',
  'feeBearing',
  'payableOnline',
  'validFrom',
  'validTo',
] as const;
type FieldName = (typeof fieldNames)[number];

/** A row of a register as an entry, or what is wrong with it. */
export function entryReader(
  mapping: Mapping & { readonly catalogue: CatalogueMapping },
  { asOf, zone }: ReadOptions,
): (line: number, row: Slots) => Parsed {
  const { catalogue } = mapping;
  const { itemType } = catalogue;
  const told = { version: asOf === null ? 0 : Date.parse(asOf), occurredAt: asOf ?? longAgo };
  const read = cellReaders(mapping, zone);
  const stepsOf = onlineSteps(catalogue.onlineSteps, mappedColumns(mapping));
  return (line, row) => {
    const problems: FieldProblem[] = [];
    const code = read.text('code', row, problems) ?? '';
    if (code === '') problems.push(problemOf(catalogue, 'code', 'bad-identity'));
    const validFrom = read.day('validFrom', row, problems);
    const steps = stepsOf(row);
    const entry = {
      ...told,
      kind: 'catalogue-item',
      recordId: `${itemType}:${code}:${validFrom ?? ''}`,
      itemType,
      code,
      names: read.names(row, problems),
      group: read.text('group', row, problems) ?? undefined,
      serviceLevel: read.text('level', row, problems) ?? levelOf(steps),
      onlineSteps: steps,
      audience: read.text('audience', row, problems) ?? undefined,
      feeBearing: read.flag('feeBearing', row, problems),
      payableOnline: read.flag('payableOnline', row, problems),
      point: read.point(row, problems),
      validFrom,
      validTo: read.day('validTo', row, problems),
    };
    const [problem] = problems;
    return problem === undefined
      ? checkedValue(line, 'row', entry)
      : rejected(line, problem.reason, [problem.place], problem.remedy);
  };
}

type Read<T> = (name: FieldName, row: Slots, problems: FieldProblem[]) => T;

interface CellReaders {
  readonly text: Read<string | null>;
  /** `undefined`: not told. */
  readonly flag: Read<boolean | undefined>;
  /** ISO day; `null`: not told. */
  readonly day: Read<string | null>;
  readonly names: (row: Slots, problems: FieldProblem[]) => { readonly language: string; readonly name: string }[];
  readonly point: ReadPoint;
}

function cellReaders(mapping: Mapping & { readonly catalogue: CatalogueMapping }, zone: string): CellReaders {
  const { catalogue, timeFormats = ['iso'] } = mapping;
  const columns = mappedColumns(mapping);
  const fields = new Map(fieldNames.map((name) => [name, compiledField(catalogue[name], name, columns)]));
  const named = Object.entries(catalogue.names).map(([language, field]) => ({
    language,
    nameIn: compiledField(field, `names.${language}`, columns),
  }));
  const moment = momentReader(timeFormats, zone);
  const text: CellReaders['text'] = (name, row, problems) => fields.get(name)?.(row, problems) ?? null;
  return {
    text,
    flag: (name, row, problems) => {
      const word = text(name, row, problems);
      if (word === null) return undefined;
      if (word !== 'true' && word !== 'false') problems.push(problemOf(catalogue, name, 'unknown-code'));
      return word === 'true';
    },
    day: (name, row, problems) => {
      const word = text(name, row, problems);
      if (word === null) return null;
      const at = moment(word, 'start');
      if (at === null) problems.push(problemOf(catalogue, name, 'bad-time'));
      return at === null ? null : localDay(at.epochMs, zone);
    },
    names: (row, problems) =>
      named.flatMap(({ language, nameIn }) => {
        const name = nameIn(row, problems);
        return name === null ? [] : [{ language, name }];
      }),
    point: pointReader(catalogue.point, columns),
  };
}

const remedies: Readonly<Partial<Record<RejectionReason, string>>> = {
  'bad-identity': 'Fill in the code',
  'bad-time': 'Write a day in one of the formats of the mapping',
  'unknown-code': 'Add the word to values in the mapping, as true or false',
};

function problemOf(catalogue: CatalogueMapping, name: FieldName, reason: RejectionReason): FieldProblem {
  return { reason, place: columnsOf(catalogue[name])[0] ?? name, remedy: remedies[reason] ?? 'Mend the cell' };
}
