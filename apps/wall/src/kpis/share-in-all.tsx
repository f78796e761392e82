import { numberText, shareText } from '@flagtower/charts';
import type { KpiCell } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { knownOf, type Cell } from '../cells/cell.ts';
import { useWords } from '../words/language.tsx';

/** A share over all that was ever counted, with the fraction that it is; nothing while it is not known. */
export function ShareInAll({ cell }: { readonly cell: Cell<KpiCell> }): ReactNode {
  const { locale, periods } = useWords();
  const { value, numerator, denominator } = knownOf(cell) ?? { value: null, numerator: null, denominator: null };
  if (value === null || numerator === null || denominator === null) return null;
  const fraction = `${numberText(numerator, locale)}/${numberText(denominator, locale)}`;
  return <div className="note clip">{`${periods.all} ${fraction} · ${shareText(value, locale)}`}</div>;
}
