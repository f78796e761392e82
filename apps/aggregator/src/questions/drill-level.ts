import {
  type City,
  type DrillLevel,
  type KpiAnswer,
  type KpiDefinition,
  type KpiQuery,
  type Unit,
} from '@flagtower/contracts';
import { isSummed, isValidOn, localDay, unitsOn } from '@flagtower/domain';
import { instantOf, readFirstTold, readKpis } from '@flagtower/store';

import { groupOf, type ProcedureWords } from './asked-procedures.ts';
import { drillTimes, type DrillTimes, type DrillWords } from './drill-question.ts';
import { figureOfValue, rowsOf, unitRows } from './drill-rows.ts';
import { trendedDefinition, trendOf } from './drill-trend.ts';
import { kpiQueryOf, type KpiDesk, type KpiWords } from './kpi-question.ts';

/** What a leader reads of every level. A city that does not define one of them is shown the others. */
const levelKpis = [
  'dossiers.received',
  'dossiers.handled',
  'dossiers.open',
  'dossiers.overdue',
  'dossiers.near-due',
  'dossiers.on-time-rate.handled',
  'dossiers.on-time-rate.index',
  'dossiers.online-rate',
];

export interface DrillOrder extends DrillWords, ProcedureWords {
  readonly unit: string | undefined;
  /** The figure of the trend. */
  readonly measure: string;
  /** At the whole commit that every part of the answer speaks of. */
  readonly cut: Pick<KpiQuery, 'at' | 'knownSeq' | 'geography'>;
}

/**
 * One level of the drill-down: every figure of it is the one read function's, all at one cut and in one snapshot.
 * @throws FlagtowerError `UNKNOWN_KPI`, `UNKNOWN_UNIT`, `BAD_REQUEST`
 */
export async function readDrillLevel(desk: KpiDesk, order: DrillOrder): Promise<DrillLevel> {
  const { city, ledger } = desk;
  const at = Date.parse(order.cut.at);
  const times = drillTimes(order, at, ledger.zone);
  const questions = await questionsOf(desk, order, times);
  const answers = await readKpis(
    desk,
    questions.map(({ query }) => query),
  );
  const of = (part: string): KpiAnswer[] => answers.filter((_, index) => questions[index]?.part === part);
  const one = (part: string, kpi: string): KpiAnswer | undefined => of(part).find((answer) => answer.kpi === kpi);
  const counts = new Set<string>(
    levelDefinitions(city).flatMap(({ id, formula }) =>
      formula.kind === 'flow' || formula.kind === 'state' ? [id] : [],
    ),
  );
  // Before anybody told anything there is nothing to compare with: that was no period of zeros.
  const firstTold = await readFirstTold(desk.db, ledger);
  const isCompared = times.compared !== null && firstTold !== null && firstTold <= times.compared.at;
  const unit = order.unit ?? city.root;
  const day = order.cut.geography ?? localDay(at, ledger.zone);
  const children = isBelowUnits(order) ? [] : unitsOn(city, day, unit);
  return {
    path: pathOf(city, order, day).map((step) => ({
      ...step,
      received: of(`path ${step.code}`)[0]?.values[0]?.value ?? null,
    })),
    period: {
      name: order.period,
      from: times.stretch.from === null ? null : instantOf(times.stretch.from),
      to: instantOf(times.stretch.to),
    },
    compared:
      times.compared === null
        ? null
        : {
            from: instantOf(times.compared.from),
            to: instantOf(times.compared.to),
            at: instantOf(times.compared.at),
          },
    cards: levelDefinitions(city).flatMap(({ id, direction }) => {
      const now = one('now', id)?.values[0];
      if (now === undefined) return [];
      return [
        {
          kpi: id,
          direction,
          now,
          compared: isCompared ? figureOfValue(one('compared', id)?.values[0]) : null,
          cumulative: figureOfValue(one('cumulative', id)?.values[0]),
        },
      ];
    }),
    trend: trendOf(of('trend')[0], trendedDefinition(city, order.measure, 'measure'), times.trend, ledger.zone),
    units: isBelowUnits(order) ? null : unitRows(unit, of('units'), { children, counts }),
    procedures: rowsOf(of('procedures'), 'procedure', counts),
    channels: hasChannels(order, unit, city) ? rowsOf(of('channels'), 'channel', counts) : null,
  };
}

interface Question {
  readonly part: string;
  readonly query: KpiQuery;
}

async function questionsOf(desk: KpiDesk, order: DrillOrder, times: DrillTimes): Promise<Question[]> {
  const { city } = desk;
  const { knownSeq, at, geography } = order.cut;
  const scope = { unit: order.unit, procedure: order.procedure, group: order.group };
  const base = async (kpi: string, words: KpiWords = scope): Promise<KpiQuery> => ({
    ...(await kpiQueryOf(desk, kpi, { ...words, knownSeq })),
    at,
    geography,
  });
  const period = {
    from: times.stretch.from === null ? null : instantOf(times.stretch.from),
    to: instantOf(times.stretch.to),
  };
  const questions: Question[] = [];
  const add = (part: string, query: KpiQuery): void => {
    questions.push({ part, query });
  };
  for (const step of pathOf(city, order, geography ?? localDay(Date.parse(at), desk.ledger.zone)))
    add(`path ${step.code}`, { ...(await base('dossiers.received', step.words)), ...period });
  for (const definition of levelDefinitions(city)) {
    const query = await base(definition.id);
    add('now', { ...query, ...period });
    const { compared } = times;
    if (compared !== null)
      add('compared', {
        ...query,
        from: instantOf(compared.from),
        to: instantOf(compared.to),
        at: instantOf(compared.at),
      });
    if (definition.formula.kind !== 'state') add('cumulative', query);
    if (!isSummed(definition.formula)) continue;
    if (!isBelowUnits(order)) add('units', { ...query, ...period, by: 'unit' });
    add('procedures', { ...query, ...period, by: 'procedure' });
    if (hasChannels(order, order.unit ?? city.root, city)) add('channels', { ...query, ...period, by: 'channel' });
  }
  const { trend } = times;
  const measured = await base(trendedDefinition(city, order.measure, 'measure').id);
  add('trend', { ...measured, from: instantOf(trend.from), to: instantOf(trend.to), by: trend.by });
  return questions;
}

function levelDefinitions(city: City): KpiDefinition[] {
  return levelKpis.flatMap((id) => city.kpis.find((definition) => definition.id === id) ?? []);
}

interface Step {
  readonly kind: DrillLevel['path'][number]['kind'];
  readonly code: string;
  readonly words: KpiWords;
}

/** From the city down: units by their parents, then the group, then the procedure. */
function pathOf(
  city: City,
  { unit, procedure, group }: ProcedureWords & { readonly unit: string | undefined },
  day: string,
): Step[] {
  const steps: Step[] = [];
  for (let code: string | null = unit ?? city.root; code !== null;) {
    const found: Unit | undefined = unitOn(city, code, day);
    steps.unshift({ kind: found?.level ?? 'department', code, words: { unit: code } });
    code = found === undefined ? city.root : found.parent;
  }
  const of = steps.at(-1)?.words.unit;
  if (procedure !== undefined || group !== undefined) {
    const code = group ?? groupOf(city, procedure ?? '');
    steps.push({ kind: 'group', code, words: { unit: of, group: code } });
  }
  if (procedure !== undefined) steps.push({ kind: 'procedure', code: procedure, words: { unit: of, procedure } });
  return steps;
}

function isBelowUnits({ procedure, group }: ProcedureWords): boolean {
  return procedure !== undefined || group !== undefined;
}

/** No balance tells the channels of a procedure, and only a unit has few enough entries to be added up at once. */
function hasChannels(order: ProcedureWords, unit: string, city: City): boolean {
  return !isBelowUnits(order) || unit !== city.root;
}

/** Codes were used again: the unit of a day, or else the last that had the code. */
function unitOn(city: City, code: string, day: string): Unit | undefined {
  const named = city.units.filter((unit) => unit.code === code);
  return (
    named.find((unit) => isValidOn(unit, day)) ?? named.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0]
  );
}
