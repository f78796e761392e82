import type { CityView, ProgrammeRow } from '@flagtower/contracts';
import { isSummed } from '@flagtower/domain';
import type { ReactNode } from 'react';

import { useCity } from '../city/city-view.ts';
import { PageLink } from '../navigation/page-link.tsx';
import { useWords } from '../words/language.tsx';
import { countedHref, type CountedFigure, type ShownCut } from './counted-href.ts';
import { programmeWords } from './programme-words.ts';

/** Whether a figure is a sum of entries, so that the drill-down has it and can give its reasons. */
function formulaOf(city: CityView | null, kpi: string): CityView['kpis'][number]['formula'] | null {
  const formula = city?.kpis.find(({ id }) => id === kpi)?.formula;
  return formula !== undefined && isSummed(formula) ? formula : null;
}

/** A counted figure that opens its reasons, at the cut at which it is shown; what is no sum of entries stays a text. */
export function CountedValue({
  figure,
  cut,
  children,
}: {
  readonly figure: CountedFigure;
  readonly cut: ShownCut;
  readonly children: ReactNode;
}): ReactNode {
  const { locale } = useWords();
  const city = useCity();
  if (city === null || formulaOf(city, figure.kpi) === null) return children;
  return (
    <PageLink
      className="programme-why"
      href={countedHref(figure, { root: city.root, cut, why: true })}
      title={programmeWords[locale].why}
    >
      {children}
    </PageLink>
  );
}

/** From a row that is counted to the level that it is counted of. */
export function DetailLink({ row, cut }: { readonly row: ProgrammeRow; readonly cut: ShownCut }): ReactNode {
  const { locale } = useWords();
  const city = useCity();
  if (city === null || row.kind !== 'counted' || formulaOf(city, row.kpi) === null) return null;
  const figure = { kpi: row.kpi, unit: row.unit, period: 'year' } as const;
  return (
    <PageLink className="note" href={countedHref(figure, { root: city.root, cut, why: false })}>
      {programmeWords[locale].detail}
    </PageLink>
  );
}

/** The counted figure beside a stated one; of a flow it has no beginning, as the stated sum has none. */
export function Counterpart({
  row,
  cut,
  children,
}: {
  readonly row: ProgrammeRow;
  readonly cut: ShownCut;
  readonly children: ReactNode;
}): ReactNode {
  const formula = formulaOf(useCity(), row.counterpart?.kpi ?? '');
  if (row.kind !== 'stated' || row.counterpart === null || formula === null) return children;
  const period = formula.kind === 'flow' ? 'all' : 'year';
  return (
    <CountedValue figure={{ kpi: row.counterpart.kpi, unit: row.unit, period }} cut={cut}>
      {children}
    </CountedValue>
  );
}
