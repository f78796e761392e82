import type { ProgrammeRow } from '@flagtower/contracts';

import { pageHref } from '../navigation/page-href.ts';

/** The moment and the commit that the programme's figures speak of. */
export interface ShownCut {
  readonly at: string;
  readonly knownSeq: number;
}

/** A counted figure, and what it was counted over: the year so far, or all that ever was. */
export type CountedFigure = Pick<ProgrammeRow, 'kpi' | 'unit'> & { readonly period: 'year' | 'all' };

/** The level of a counted figure's unit at the programme's own cut; with its reasons open, or to go on from. */
export function countedHref(
  { kpi, unit, period }: CountedFigure,
  { root, cut, why }: { readonly root: string; readonly cut: ShownCut; readonly why: boolean },
): string {
  const words = {
    period,
    at: cut.at,
    knownSeq: String(cut.knownSeq),
    measure: kpi,
    ...(why ? { why: kpi } : {}),
  };
  return pageHref(unit === root ? '/drill' : `/drill/${encodeURIComponent(unit)}`, words, location.search);
}
