import { unitCodeSchema, type Unit } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { useGoTo } from '../navigation/go-to.ts';
import { useWords } from '../words/language.tsx';
import type { PeriodSearch } from './period-search.ts';
import { periodWords } from './period-words.ts';
import { unitGroups } from './unit-groups.ts';
import { unitNameIn } from './unit-name.ts';

/** A unit of the geography that the page is read in: of 2019 that is a district or one of its communes. */
export function UnitChoice({
  unit,
  units,
  root,
  href,
}: {
  readonly unit: string;
  /** Empty: not known yet. */
  readonly units: readonly Unit[];
  readonly root: string;
  readonly href: (change: Partial<PeriodSearch>) => string;
}): ReactNode {
  const { locale } = useWords();
  const words = periodWords[locale];
  const goTo = useGoTo();
  const isKnown = units.some(({ code }) => code === unit);
  return (
    <label>
      <span className="note">{words.unit}</span>
      <select
        className="unit-choice"
        value={unit}
        onChange={(event) => goTo(href({ unit: unitCodeSchema.parse(event.target.value) }))}
      >
        {/* A code of other years: the choice says what the address asks, and the page that there is no such unit. */}
        {isKnown ? null : <option value={unit}>{unit}</option>}
        {unitGroups(units, root).map(({ above, members }) => (
          <UnitOptions key={above ?? ''} label={above === null ? null : unitNameIn(units, above, locale)}>
            {members.map(({ code }) => (
              <option key={code} value={code}>
                {unitNameIn(units, code, locale)}
              </option>
            ))}
          </UnitOptions>
        ))}
      </select>
    </label>
  );
}

function UnitOptions({ label, children }: { readonly label: string | null; readonly children: ReactNode }): ReactNode {
  return label === null ? children : <optgroup label={label}>{children}</optgroup>;
}
