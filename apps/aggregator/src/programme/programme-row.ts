import {
  daySchema,
  type City,
  type Instant,
  type KpiDefinition,
  type KpiValue,
  type ProgrammeRow,
  type Target,
} from '@flagtower/contracts';
import { progressOf, type Measurement, type WorkingDays } from '@flagtower/domain';

import { unitNames, unitOn } from '../api/unit-names.ts';

/** A figure of one unit with everything that was measured of it. */
export interface MeasuredFigure {
  readonly definition: KpiDefinition;
  readonly unit: string;
  readonly target: Target | null;
  readonly value: Pick<KpiValue, 'value' | 'freshness' | 'source' | 'stated'>;
  /** By day, the newest last. */
  readonly measured: readonly Measurement[];
  readonly countedSince: Instant | null;
  readonly counterpart: ProgrammeRow['counterpart'];
}

export interface RowsOf {
  readonly city: City;
  readonly calendar: WorkingDays;
  readonly today: string;
}

/** A row of the programme: the figure, and how far it is on its way where it has one. */
export function programmeRow({ city, calendar, today }: RowsOf, figure: MeasuredFigure): ProgrammeRow {
  const { definition, unit, target, value, measured, countedSince, counterpart } = figure;
  const { stated } = value;
  const progress =
    target === null ? null : progressOf({ target, direction: definition.direction, measured, today, calendar });
  // Also where the unit has ended since: its target was set for that life.
  const home = unitOn(city, unit, target === null || target.by > today ? today : target.by);
  const newestDay = stated?.period.to ?? measured.at(-1)?.day ?? null;
  return {
    key: [definition.id, unit, target?.by ?? ''].join('|'),
    kpi: definition.id,
    names: definition.names,
    meaning: definition.meaning,
    unit,
    unitNames: unitNames(home, unit),
    level: home?.level ?? 'city',
    unitOfMeasure: definition.unitOfMeasure,
    direction: definition.direction,
    kind: definition.formula.kind === 'stated' ? 'stated' : 'counted',
    target,
    value: value.value,
    bound: stated?.bound ?? null,
    valueDay: newestDay === null ? null : daySchema.parse(newestDay),
    countedSince,
    stated: stated ?? null,
    source: value.source,
    freshness: value.freshness,
    state: progress?.state ?? null,
    reason: progress?.reason ?? null,
    pace: progress?.pace ?? null,
    gap: progress?.gap ?? null,
    projected: progress?.projected === null || progress === null ? null : daySchema.parse(progress.projected),
    counterpart,
  };
}
