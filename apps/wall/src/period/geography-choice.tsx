import { calendarDayText } from '@flagtower/charts';
import { daySchema } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { useGoTo } from '../navigation/go-to.ts';
import { useWords } from '../words/language.tsx';
import type { PeriodSearch } from './period-search.ts';
import { periodWords } from './period-words.ts';

/** Whose units: those at the period's end, those of today, or those of the day that the address names. */
export function GeographyChoice({
  geography,
  today,
  href,
}: {
  /** `undefined`: those at the period's end. */
  readonly geography: string | undefined;
  readonly today: string;
  readonly href: (change: Partial<PeriodSearch>) => string;
}): ReactNode {
  const { locale } = useWords();
  const words = periodWords[locale];
  const goTo = useGoTo();
  const isOther = geography !== undefined && geography !== today;
  return (
    <label>
      <span className="note">{words.geography}</span>
      <select
        value={geography ?? ''}
        onChange={(event) => {
          const day = daySchema.safeParse(event.target.value);
          // The codes of one time are not those of another: the city is there always.
          goTo(href({ geography: day.success ? day.data : undefined, unit: undefined }));
        }}
      >
        <option value="">{words.geographyOfPeriod}</option>
        <option value={today}>{words.geographyToday}</option>
        {isOther ? <option value={geography}>{words.geographyOf(calendarDayText(geography))}</option> : null}
      </select>
    </label>
  );
}
