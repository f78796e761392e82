import {
  FlagtowerError,
  type Formula,
  type Freshness,
  type KpiQuery,
  type KpiValue,
  type Stated,
} from '@flagtower/contracts';
import { freshnessStamps, periodEndMs, reportAt, standingReports } from '@flagtower/domain';

import { freshnessOf } from './source-freshness.ts';

type StatedFormula = Extract<Formula, { kind: 'stated' }>;

const daySeconds = 86_400;
/** A figure that is stated once a cadence is late a cadence after its period ended: the next one has ended too by then. */
const cadenceSeconds: Readonly<Record<StatedFormula['cadence'], number>> = {
  month: 31 * daySeconds,
  quarter: 92 * daySeconds,
  year: 366 * daySeconds,
};

/** Where a value of a stated figure comes from, as `source` tells it. */
export const statedSources = { profile: 'city-profile', ledger: 'reports' } as const;

export interface StatedReading {
  readonly told: readonly Stated[];
  readonly formula: StatedFormula;
  readonly query: Pick<KpiQuery, 'kpi' | 'by'>;
  /** The unit that is asked for; its own statement, never a sum of those below it. */
  readonly unit: string;
  /** Units of a breakdown. */
  readonly units: readonly string[] | null;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly zone: string;
}

type ValueOfReport = Pick<KpiValue, 'key' | 'value' | 'numerator' | 'denominator' | 'freshness' | 'source' | 'stated'>;

/**
 * The values of a stated figure. How fresh they are is judged at `at` itself: a figure of 2018 was fresh in January 2019.
 * @throws FlagtowerError `BAD_REQUEST` for a breakdown other than by unit
 */
export function statedValues({ told, formula, query, unit, units, at, zone }: StatedReading): ValueOfReport[] {
  const byUnit = Map.groupBy(standingReports(told), (report) => report.unit);
  const valueOf = (code: string, key: Record<string, string>): ValueOfReport => {
    const report = reportAt(byUnit.get(code) ?? [], at, zone);
    return {
      key,
      value: report?.value ?? null,
      numerator: null,
      denominator: null,
      freshness: freshnessAt(report, formula, { at, zone }),
      source: report === null ? [] : [report.seq === null ? statedSources.profile : statedSources.ledger],
      ...(report === null ? {} : { stated: report }),
    };
  };
  if (query.by === null) return [valueOf(unit, {})];
  if (query.by !== 'unit')
    throw new FlagtowerError('BAD_REQUEST', `${query.kpi} has no breakdown by ${query.by}: it is stated, not counted`);
  return [...byUnit.keys()]
    .filter((code) => units === null || units.includes(code))
    .toSorted()
    .map((code) => valueOf(code, { unit: code }))
    .filter(({ stated }) => stated !== undefined);
}

function freshnessAt(
  report: Stated | null,
  { cadence }: StatedFormula,
  { at, zone }: { readonly at: number; readonly zone: string },
): Freshness {
  const everySeconds = cadenceSeconds[cadence];
  const endedAt = report === null ? null : periodEndMs(report.period, zone);
  return freshnessOf(freshnessStamps(endedAt, { everySeconds }), at, everySeconds);
}
