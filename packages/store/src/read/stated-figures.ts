import type { City, Report, Stated } from '@flagtower/contracts';

import type { Ledger } from '../ledger/ledgers.ts';
import type { Queryable } from '../ledger/queryable.ts';

export interface StatedQuestion {
  readonly city: Pick<City, 'reports'>;
  readonly ledger: Ledger;
  /** `null`: all indicators. */
  readonly indicator: string | null;
  readonly knownSeq: number;
}

/**
 * Everything that was stated of an indicator and is known at a commit, in all its versions: what the city's profile came
 * with, and the reports that were approved.
 */
export function readStatedFigures(_db: Queryable, { city, indicator }: StatedQuestion): Promise<Stated[]> {
  return Promise.resolve(
    city.reports.filter((report) => indicator === null || report.indicator === indicator).map(ofProfile),
  );
}

function ofProfile({ indicator, unit, period, value, bound, unitOfMeasure, statedBy }: Report): Stated {
  return {
    indicator,
    unit,
    period,
    value,
    bound: bound ?? null,
    unitOfMeasure,
    statedBy,
    version: 0,
    author: null,
    approver: null,
    seq: null,
    recordedAt: null,
  };
}
