import type { City, KpiValue, NewestReading, Target } from '@flagtower/contracts';
import { dayNumberOf, keyOfCode, startOfDayMs, targetInForce, type AskedUnit, type Figure } from '@flagtower/domain';

import { ledgerTime } from '../ledger/ledgers.ts';
import { clocksOf, dayAt, type Asked } from './asked.ts';
import { instantOf } from './instant.ts';
import type { FigurePart } from './measured-parts.ts';
import { unplacedThing } from './measured-things.ts';
import { freshnessOfSources, worstOfReadings, type WorstSource } from './source-freshness.ts';

/** What a row is called: its breakdown with its word; without a breakdown nothing. */
export function keyOf({ query }: Asked, group: string): Record<string, string> {
  return query.by === null ? {} : { [query.by]: group };
}

/** A figure with what it is to be judged by: its freshness, its target in force, and who of those that should have told it did. */
export function valueOf(
  { definition, reading, query, sources, told, unit: askedFor }: Asked,
  key: Record<string, string>,
  figure: Figure,
): KpiValue {
  const unit = key['unit'] ?? query.unit ?? reading.city.root;
  const aims = targetsOfLife(reading.city, { kpi: query.kpi, unit }, askedFor);
  const target =
    aims.length === 0 ? null : targetInForce(aims, { kpi: query.kpi, unit, day: dayAt(query.at, reading.ledger.zone) });
  const whole = key['unit'] === undefined && (query.unit === null || query.unit === reading.city.root);
  return {
    key,
    ...figure,
    unitOfMeasure: definition.unitOfMeasure,
    freshness: freshnessOfSources(sources, clocksOf(reading)),
    coverage: whole && askedFor !== null ? told.coverageOf(askedFor) : null,
    target: target === null ? null : { value: target.value, by: target.by, basis: target.basis },
    source: sources.map(({ id }) => id),
  };
}

/** What was aimed at for a unit that had the code later or before is not aimed at for this one. */
function targetsOfLife(
  { targets }: City,
  { kpi, unit }: Pick<Target, 'kpi' | 'unit'>,
  asked: AskedUnit | null,
): Target[] {
  const ofUnit = targets.filter((target) => target.kpi === kpi && target.unit === unit);
  if (asked === null || ofUnit.length === 0) return ofUnit;
  const { geography, at } = asked;
  const life = keyOfCode(geography, unit, at);
  return ofUnit.filter(({ by }) => keyOfCode(geography, unit, startOfDayMs(dayNumberOf(by), geography.zone)) === life);
}

/** A part rests on those who told it. */
export function partValue(asked: Asked, { row, figure, sources, newest, newestOf, reasons }: FigurePart): KpiValue {
  const own = sources === null ? asked.sources : asked.sources.filter(({ id }) => sources.includes(id));
  const value = valueOf({ ...asked, sources: own }, keyOf(asked, row), figure);
  return {
    ...value,
    ...(newestOf === undefined ? {} : measuredBy(asked, newestOf)),
    ...(reasons === undefined ? {} : { reasons }),
    ...(asked.query.by === 'entity' && newest !== null ? { thing: unplacedThing(newest) } : {}),
  };
}

/** What a past moment showed was as fresh as it was then: how old its readings are now says nothing of it. */
const ofNowMs = 60_000;

/** @returns `null` where the figure rests on nobody */
export function worstOfFigure({ at, reading, sources }: Asked, measured: readonly NewestReading[]): WorstSource | null {
  const clocks = clocksOf(reading);
  const isOfNow = at >= ledgerTime(clocks.clock, clocks.now) - ofNowMs;
  return worstOfReadings(sources, isOfNow ? measured : [], clocks);
}

function measuredBy(
  asked: Asked,
  newestOf: Readonly<Record<string, number>>,
): Pick<KpiValue, 'measured'> & Partial<Pick<KpiValue, 'freshness'>> {
  const measured = Object.entries(newestOf)
    .map(([source, newest]): NewestReading => ({ source, measuredAt: instantOf(newest) }))
    .toSorted((one, other) => (one.source < other.source ? -1 : 1));
  const worst = worstOfFigure(asked, measured);
  return worst === null ? { measured } : { measured, freshness: worst.freshness };
}
