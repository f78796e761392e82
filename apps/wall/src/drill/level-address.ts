import { addressOf, type Words } from '../stream/request-address.ts';
import type { LevelPlace } from './drill-place.ts';

/** The words of a page's address that its level is asked by, as they stand there. */
export interface LevelSearch {
  readonly period: string;
  readonly comparison: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly at?: string | undefined;
  readonly knownSeq?: string | undefined;
  readonly geography?: string | undefined;
  readonly measure?: string | undefined;
}

/** What is asked for a level, in the words of the service: its custom period ends before the day after. */
export function levelWords(ledger: string, place: LevelPlace, search: LevelSearch): Words {
  const { period, comparison, at, knownSeq, geography, measure } = search;
  const isCustom = period === 'custom' && search.from !== undefined && search.to !== undefined;
  return {
    ledger,
    unit: place.unit,
    group: place.procedure === null ? place.group : null,
    procedure: place.procedure,
    // A custom period of which a day is still missing is not asked yet.
    period: period === 'custom' && !isCustom ? 'month' : period,
    from: isCustom ? search.from : null,
    to: isCustom ? dayAfter(search.to) : null,
    comparison,
    at,
    knownSeq,
    geography,
    measure,
  };
}

export function levelAddress(words: Words): string {
  return addressOf('/v1/drill', words);
}

export function dayAfter(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString();
}
