import {
  FlagtowerError,
  formAnswerSchema,
  formFigureSchema,
  formFiguresSchema,
  formRemainderSchema,
  formRemaindersSchema,
  kpiIdSchema,
  kpiQuerySchema,
  type City,
  type Day,
  type FormAnswer,
  type FormFigure,
  type FormRemainder,
  type FormRow,
  type Instant,
  type KpiAnswer,
  type KpiQuery,
  type StatedForm,
} from '@flagtower/contracts';
import { dayOfNumber, formChecks, localDayNumber, standingReports } from '@flagtower/domain';

import { inSnapshot } from '../ledger/snapshot.ts';
import { instantOf } from './instant.ts';
import { readKpis, type KpiReading } from './read-kpi.ts';
import { readStatedFigures } from './stated-figures.ts';

export interface FormQuestion {
  readonly unit: string;
  /** `null`: that of the day that the stocks stand for. */
  readonly geography: Day | null;
  /** Half-open. */
  readonly from: Instant;
  readonly to: Instant;
  readonly at: Instant;
  readonly knownSeq: number;
}

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
export async function readForm(reading: KpiReading, question: FormQuestion): Promise<FormAnswer> {
  return await inSnapshot(reading.db, (db) => form({ ...reading, db }, question));
}

async function form(reading: KpiReading, question: FormQuestion): Promise<FormAnswer> {
  const { city, ledger } = reading;
  const { unit, from, to, knownSeq } = question;
  if (from >= to) throw new FlagtowerError('BAD_REQUEST', 'the period ends before it begins', { place: 'to' });
  // Stocks stand as at the end of the period; of a period that still runs, as at the cut.
  const end = Math.min(Date.parse(to) - 1, Date.parse(question.at));
  const geography = question.geography ?? dayOfNumber(localDayNumber(end, ledger.zone)).toString();
  const ask = (column: Column, by: 'unit' | null): KpiQuery =>
    kpiQuerySchema.parse({
      kpi: kpiIdSchema.parse(`dossiers.form.${column}`),
      ledger: ledger.name,
      source: null,
      unit,
      geography,
      from,
      to,
      at: instantOf(end),
      knownSeq,
      by,
    });
  const totals = await readKpis(
    reading,
    columns.map((column) => ask(column, null)),
  );
  const byUnit = await readKpis(
    reading,
    columns.map((column) => ask(column, 'unit')),
  );
  const total: Values = new Map(columns.map((column, index) => [column, totals[index]?.values[0]?.value ?? null]));
  const children = childrenOf(city, unit, geography);
  const ofUnits = new Map(children.map((code) => [code, valuesOfUnit(code, byUnit)]));
  const [first] = totals;
  return formAnswerSchema.parse({
    ledger: ledger.name,
    unit,
    geography,
    from,
    to,
    at: instantOf(end),
    known: first?.known ?? null,
    knownSeq: first?.knownSeq ?? knownSeq,
    projection: first?.projection ?? false,
    simulated: ledger.name === 'simulated',
    rows: [
      rowOf('total', unit, total),
      ...[...ofUnits].map(([code, values]) => rowOf('unit', code, values)),
      ...rest(total, [...ofUnits.values()]),
    ],
    stated: await statedForms(reading, { unit, children, from, to, knownSeq }),
  });
}

function childrenOf(city: City, unit: string, day: string): string[] {
  return city.units
    .filter(
      ({ parent, validFrom, validTo }) => parent === unit && validFrom <= day && (validTo === null || validTo >= day),
    )
    .map(({ code }) => code)
    .toSorted();
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
  const dayAt = (moment: number): string => dayOfNumber(localDayNumber(moment, ledger.zone)).toString();
  const period = { from: dayAt(Date.parse(asked.from)), to: dayAt(Date.parse(asked.to) - 1) };
  const told = await readStatedFigures(db, { city, ledger, indicator: null, knownSeq: asked.knownSeq });
  const units = new Set([asked.unit, ...asked.children]);
  const ofForm = told.filter(
    (one) =>
      one.indicator.startsWith(statedPrefix) &&
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
          standingReports(ofSource.filter(({ indicator }) => indicator === `${statedPrefix}${figure}`))[0]?.value ??
            null,
        ]),
      ),
    );
    return [
      { unit: head.unit, statedBy: head.statedBy, period: head.period, figures: stated, checks: formChecks(stated) },
    ];
  });
}

const statedPrefix = 'dossiers.form.';
