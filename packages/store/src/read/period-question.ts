import {
  FlagtowerError,
  kpiQuerySchema,
  periodAnswerSchema,
  type Day,
  type Instant,
  type KpiAnswer,
  type KpiQuery,
  type PeriodAnswer,
} from '@flagtower/contracts';
import { localDay } from '@flagtower/domain';

import type { KpiReading } from './asked.ts';
import { instantOf } from './instant.ts';

/** What a page of one unit and one period asks. */
export interface PeriodQuestion {
  readonly unit: string;
  /** `null`: that of the day that the figures stand for. */
  readonly geography: Day | null;
  /** Half-open. */
  readonly from: Instant;
  readonly to: Instant;
  readonly at: Instant;
  readonly knownSeq: number;
}

/** The same period and cut for every figure of such a page. */
export interface AskedPeriod {
  /** Epoch milliseconds: stocks stand as at the period's last one, of a period that still runs as at the cut. */
  readonly end: number;
  readonly geography: string;
  readonly ask: (kpi: string, by: 'unit' | null) => KpiQuery;
  /** What the page's answer says of itself, by the first of its figures. */
  readonly head: (first: KpiAnswer | undefined) => PeriodAnswer;
}

/** @throws FlagtowerError `BAD_REQUEST` where the period ends before it begins */
export function askedPeriod({ ledger }: Pick<KpiReading, 'ledger'>, question: PeriodQuestion): AskedPeriod {
  const { unit, from, to, knownSeq } = question;
  if (from >= to) throw new FlagtowerError('BAD_REQUEST', 'the period ends before it begins', { place: 'to' });
  const end = Math.min(Date.parse(to) - 1, Date.parse(question.at));
  const geography = question.geography ?? localDay(end, ledger.zone);
  const asked = { ledger: ledger.name, unit, geography, from, to, at: instantOf(end), knownSeq };
  return {
    end,
    geography,
    ask: (kpi, by) => kpiQuerySchema.parse({ ...asked, kpi, source: null, by }),
    head: (first) =>
      periodAnswerSchema.parse({
        ...asked,
        known: first?.known ?? null,
        knownSeq: first?.knownSeq ?? knownSeq,
        projection: first?.projection ?? false,
        simulated: ledger.name === 'simulated',
      }),
  };
}
