import {
  FlagtowerError,
  kpiIdSchema,
  type City,
  type DrillTrend,
  type KpiAnswer,
  type KpiDefinition,
} from '@flagtower/contracts';
import { dayNumberOf, isSummed, startOfDayMs } from '@flagtower/domain';
import { instantOf } from '@flagtower/store';

import type { DrillTimes } from './drill-question.ts';

/**
 * A figure that has a course through time.
 * @param place where the question names it
 * @throws FlagtowerError `UNKNOWN_KPI`
 */
export function trendedDefinition(city: City, kpi: string, place: string): KpiDefinition {
  const id = kpiIdSchema.safeParse(kpi);
  const definition = city.kpis.find((each) => each.id === id.data);
  if (definition === undefined || !isSummed(definition.formula))
    throw new FlagtowerError('UNKNOWN_KPI', 'no such figure has a trend', { place });
  return definition;
}

/**
 * A figure over time. Buckets before anything was told are a gap, not zeros; a later bucket of a flow in which nothing was
 * told had none of it.
 */
export function trendOf(
  answer: KpiAnswer | undefined,
  definition: KpiDefinition,
  window: DrillTimes['trend'],
  zone: string,
): DrillTrend {
  const told = new Map((answer?.values ?? []).map(({ key, value }) => [key[window.by] ?? '', value]));
  const isCount = definition.formula.kind === 'flow';
  let known = false;
  const starts = bucketsOf(window, zone);
  const points = starts.map(({ name, start }, index) => {
    const value = told.get(name) ?? null;
    known ||= value !== null && (definition.formula.kind !== 'state' || value !== 0);
    const end = starts[index + 1]?.start ?? null;
    return {
      start: instantOf(start),
      value: known ? (value ?? (isCount ? 0 : null)) : null,
      partial: end === null && window.to < endOf(name, zone),
    };
  });
  return { kpi: definition.id, by: window.by, points, breaks: answer?.breaks ?? [] };
}

interface Bucket {
  readonly name: string;
  readonly start: number;
}

function bucketsOf({ by, from, to }: DrillTimes['trend'], zone: string): Bucket[] {
  const step = by === 'day' ? { days: 1 } : { months: 1 };
  const first = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone).toPlainDate();
  const buckets: Bucket[] = [];
  for (let day = by === 'day' ? first : first.with({ day: 1 }); ; day = day.add(step)) {
    const start = startOfDayMs(dayNumberOf(day.toString()), zone);
    if (start >= to) return buckets;
    buckets.push({ name: by === 'day' ? day.toString() : day.toString().slice(0, 7), start });
  }
}

function endOf(name: string, zone: string): number {
  const day = Temporal.PlainDate.from(name.length === 7 ? `${name}-01` : name);
  const next = day.add(name.length === 7 ? { months: 1 } : { days: 1 });
  return startOfDayMs(dayNumberOf(next.toString()), zone);
}
