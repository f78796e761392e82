import {
  FlagtowerError,
  index766AnswerSchema,
  type Index766,
  type Index766Answer,
  type Index766Item,
  type Index766ItemScore,
  type KpiAnswer,
  type KpiValue,
  type Stated,
} from '@flagtower/contracts';
import {
  gainsOf,
  isSummed,
  itemPoints,
  localDay,
  reportAt,
  standingReports,
  sumOfPoints,
  unitsOn,
  type Ratio,
} from '@flagtower/domain';

import { inSnapshot } from '../ledger/snapshot.ts';
import type { KpiReading } from './asked.ts';
import { askedPeriod, type PeriodQuestion } from './period-question.ts';
import { readKpis } from './read-kpi.ts';
import { readStatedFigures } from './stated-figures.ts';

/**
 * The index of Decision 766 for a unit at one cut: each item counted where our data allow it, else as it was stated, else
 * not known. Points are ranges, so that what nobody told never makes a total that looks certain.
 * @throws FlagtowerError `NOT_FOUND` for a city without the index, `BAD_REQUEST` where the period ends before it begins
 */
export async function readIndex766(reading: KpiReading, question: PeriodQuestion): Promise<Index766Answer> {
  return await inSnapshot(reading.db, (db) => scored({ ...reading, db }, question));
}

async function scored(reading: KpiReading, question: PeriodQuestion): Promise<Index766Answer> {
  const { city, ledger } = reading;
  const { index766: index } = city;
  const { unit, from, knownSeq } = question;
  if (index === null) throw new FlagtowerError('NOT_FOUND', `${city.id} has no index of Decision 766`);
  const { end, geography, ask, head } = askedPeriod(reading, question);
  const counted = index.items.flatMap(({ counted: kpi }) => (kpi === null ? [] : [kpi]));
  const own = await readKpis(
    reading,
    counted.map((kpi) => ask(kpi, null)),
  );
  // The catalogue is a level's, not a single unit's: only sums of entries have a value a unit.
  const ofUnits = new Set(city.kpis.flatMap(({ id, formula }) => (isSummed(formula) ? [id] : [])));
  const below = await readKpis(
    reading,
    counted.filter((kpi) => ofUnits.has(kpi)).map((kpi) => ask(kpi, 'unit')),
  );
  const stated = await readStatedFigures(reading.db, { city, ledger, indicator: null, knownSeq });
  const firstDay = localDay(Date.parse(from), ledger.zone);
  const scoring: Scoring = { index, stated, at: end, zone: ledger.zone, firstDay };
  const items = itemScores(
    scoring,
    unit,
    valueIn(own, () => true),
  );
  return index766AnswerSchema.parse({
    ...head(own[0]),
    index,
    total: {
      points: sumOfPoints(items.map(({ points }) => points)),
      stated: statedAt(scoring, unit, 'total'),
      statedRank: statedAt(scoring, unit, 'rank'),
    },
    parts: index.parts.map(({ id }) => {
      const ofPart = items.filter(({ item }) => index.items.some((one) => one.item === item && one.part === id));
      return {
        part: id,
        points: sumOfPoints(ofPart.map(({ points }) => points)),
        stated: statedAt(scoring, unit, id),
        items: ofPart,
      };
    }),
    gains: gainsOf(
      items.map(({ item, points }) => ({
        item,
        points,
        maxPoints: index.items.find((one) => one.item === item)?.maxPoints ?? 0,
      })),
    ),
    ranking: ranked(
      scoring,
      unitsOn(city, geography, unit).map(({ code }) => code),
      below,
    ),
    history: standingReports(stated.filter((one) => one.indicator === 'index766.total' && one.unit === unit)).toSorted(
      (a, b) => (a.period.to < b.period.to ? -1 : 1),
    ),
  });
}

interface Scoring {
  readonly index: Index766;
  readonly stated: readonly Stated[];
  readonly at: number;
  readonly zone: string;
  /** Of the asked period: a ratio of an earlier one is shown and scores nothing. */
  readonly firstDay: string;
}

type CountedValue = (kpi: string) => KpiValue | null;

function valueIn(answers: readonly KpiAnswer[], isMeant: (value: KpiValue) => boolean): CountedValue {
  return (kpi) => answers.find((answer) => answer.kpi === kpi)?.values.find(isMeant) ?? null;
}

/** What was stated of the newest period that had ended. */
function statedAt({ stated, at, zone }: Scoring, unit: string, what: string): Stated | null {
  const told = stated.filter((one) => one.indicator === `index766.${what}` && one.unit === unit);
  return reportAt(standingReports(told), at, zone);
}

function itemScores(scoring: Scoring, unit: string, counted: CountedValue): Index766ItemScore[] {
  const found = scoring.index.items.map((item) => ({ item, ...ratioOf(scoring, unit, item, counted) }));
  return found.map(({ item, ratio, origin, value, stated }) => ({
    item: item.item,
    origin,
    ratio: typeof ratio === 'number' ? ratio : null,
    numerator: origin === 'counted' ? (value?.numerator ?? null) : null,
    denominator: origin === 'counted' ? (value?.denominator ?? null) : null,
    isEmpty: ratio === 'empty',
    points: itemPoints(item, ratio, found.find((other) => other.item.item === item.times)?.ratio ?? null),
    stated,
  }));
}

interface FoundRatio {
  readonly ratio: Ratio;
  readonly origin: Index766ItemScore['origin'];
  readonly value: KpiValue | null;
  readonly stated: Stated | null;
}

/** Counted before stated; a stated ratio outside [0, 1], or of an earlier period, is shown as it was stated and scores nothing. */
function ratioOf(scoring: Scoring, unit: string, item: Index766Item, counted: CountedValue): FoundRatio {
  const value = item.counted === null ? null : counted(item.counted);
  const stated = statedAt(scoring, unit, item.item);
  if (value !== null && value.value !== null) return { ratio: value.value, origin: 'counted', value, stated };
  const ratio = stated !== null && stated.period.to >= scoring.firstDay ? stated.value : null;
  if (ratio !== null && ratio >= 0 && ratio <= 1) return { ratio, origin: 'stated', value: null, stated };
  // Of nothing received nothing can be late; of nothing told nothing is known.
  if (value?.denominator === 0 && item.whenEmpty !== null) return { ratio: 'empty', origin: 'counted', value, stated };
  return { ratio: null, origin: 'unknown', value: null, stated };
}

/** Only by what was counted or stated of the units themselves: what the city is told of holds for none of them. */
function ranked(scoring: Scoring, units: readonly string[], answers: readonly KpiAnswer[]): Index766Answer['ranking'] {
  return units
    .map((unit) => {
      const scores = itemScores(
        scoring,
        unit,
        valueIn(answers, ({ key }) => key['unit'] === unit),
      );
      return {
        unit,
        points: sumOfPoints(scores.map(({ points }) => points)),
        ratios: Object.fromEntries(
          scores.flatMap(({ item, origin, ratio }) => (origin === 'unknown' ? [] : [[item, ratio]])),
        ),
      };
    })
    .filter(({ ratios }) => Object.keys(ratios).length > 0)
    .toSorted((a, b) => b.points.lowest - a.points.lowest || (a.unit < b.unit ? -1 : 1));
}
