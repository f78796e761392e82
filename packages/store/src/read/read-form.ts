import {
  formAnswerSchema,
  formFigureSchema,
  formFiguresSchema,
  formRemainderSchema,
  formRemaindersSchema,
  type FormAnswer,
  type FormFigure,
  type FormRemainder,
  type FormRow,
  type Instant,
  type KpiAnswer,
  type StatedForm,
} from '@flagtower/contracts';
import { formChecks, localDay, standingReports, unitsOn } from '@flagtower/domain';

import { inSnapshot } from '../ledger/snapshot.ts';
import type { KpiReading } from './asked.ts';
import { askedPeriod, type PeriodQuestion } from './period-question.ts';
import { readKpis } from './read-kpi.ts';
import { readStatedFigures } from './stated-figures.ts';

/** The form's figures as KPIs, and as indicators where a source states them. */
const prefix = 'dossiers.form.';
const figures = formFigureSchema.options;
const remainders = formRemainderSchema.options;
const columns = [...figures, ...remainders];
type Column = FormFigure | FormRemainder;
type Values = ReadonlyMap<Column, number | null>;

/**
 * The official report form of a unit and those below it, of one period at one cut: the same figures as of the one read
 * function. What no unit of the geography answers for is what the total has beyond its units, a row of its own.
 * @throws FlagtowerError `UNKNOWN_UNIT`; `BAD_REQUEST` where the period ends before it begins
 */
export async function readForm(reading: KpiReading, question: PeriodQuestion): Promise<FormAnswer> {
  return await inSnapshot(reading.db, (db) => form({ ...reading, db }, question));
}

async function form(reading: KpiReading, question: PeriodQuestion): Promise<FormAnswer> {
  const { city } = reading;
  const { unit, from, to, knownSeq } = question;
  const { geography, ask, head } = askedPeriod(reading, question);
  const totals = await readKpis(
    reading,
    columns.map((column) => ask(`${prefix}${column}`, null)),
  );
  const byUnit = await readKpis(
    reading,
    columns.map((column) => ask(`${prefix}${column}`, 'unit')),
  );
  const total: Values = new Map(columns.map((column, index) => [column, totals[index]?.values[0]?.value ?? null]));
  const children = unitsOn(city, geography, unit)
    .map(({ code }) => code)
    .toSorted();
  const ofUnits = new Map(children.map((code) => [code, valuesOfUnit(code, byUnit)]));
  return formAnswerSchema.parse({
    ...head(totals[0]),
    rows: [
      rowOf('total', unit, total),
      ...[...ofUnits].map(([code, values]) => rowOf('unit', code, values)),
      ...rest(total, [...ofUnits.values()]),
    ],
    stated: await statedForms(reading, { unit, children, from, to, knownSeq }),
  });
}

/** Nothing told of a unit is 0, not unknown: where nothing was told at all, the total says so. */
function valuesOfUnit(code: string, byUnit: readonly KpiAnswer[]): Values {
  return new Map(
    columns.map((column, index) => [column, byUnit[index]?.values.find(({ key }) => key['unit'] === code)?.value ?? 0]),
  );
}

function rowOf(kind: FormRow['kind'], unit: string | null, values: Values): FormRow {
  const own = { figures: figuresOf(values), remainders: remaindersOf(values) };
  return { kind, unit, ...own, checks: formChecks(own.figures, own.remainders) };
}

const figuresOf = (values: Values): FormRow['figures'] => formFiguresSchema.parse(picked(figures, values));
const remaindersOf = (values: Values): FormRow['remainders'] => formRemaindersSchema.parse(picked(remainders, values));

function picked(names: readonly Column[], values: Values): Partial<Record<Column, number | null>> {
  return Object.fromEntries(names.map((name) => [name, values.get(name) ?? null]));
}

/** No row where everything is allocated, or where the unit has no units below it. */
function rest(total: Values, ofUnits: readonly Values[]): FormRow[] {
  if (ofUnits.length === 0) return [];
  const left: Values = new Map(
    columns.map((column) => {
      const all = total.get(column) ?? null;
      return [column, all === null ? null : ofUnits.reduce((sum, values) => sum - (values.get(column) ?? 0), all)];
    }),
  );
  return [...left.values()].every((value) => value === 0 || value === null) ? [] : [rowOf('unallocated', null, left)];
}

/** The form as sources state it of exactly this period: figures that they leave out are not known. */
async function statedForms(
  { db, city, ledger }: KpiReading,
  asked: {
    readonly unit: string;
    readonly children: readonly string[];
    readonly from: Instant;
    readonly to: Instant;
    readonly knownSeq: number;
  },
): Promise<StatedForm[]> {
  const period = {
    from: localDay(Date.parse(asked.from), ledger.zone),
    to: localDay(Date.parse(asked.to) - 1, ledger.zone),
  };
  const told = await readStatedFigures(db, { city, ledger, indicator: null, knownSeq: asked.knownSeq });
  const units = new Set([asked.unit, ...asked.children]);
  const ofForm = told.filter(
    (one) =>
      one.indicator.startsWith(prefix) &&
      units.has(one.unit) &&
      one.period.from === period.from &&
      one.period.to === period.to,
  );
  return [...Map.groupBy(ofForm, ({ unit, statedBy }) => `${unit}\u0000${statedBy}`).values()].flatMap((ofSource) => {
    const [head] = ofSource;
    if (head === undefined) return [];
    const stated = figuresOf(
      new Map(
        figures.map((figure) => [
          figure,
          standingReports(ofSource.filter(({ indicator }) => indicator === `${prefix}${figure}`))[0]?.value ?? null,
        ]),
      ),
    );
    return [
      { unit: head.unit, statedBy: head.statedBy, period: head.period, figures: stated, checks: formChecks(stated) },
    ];
  });
}
