import { bareText, calendarDayText, statedText } from '@flagtower/charts';
import type { Stated } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { useWords } from '../words/language.tsx';
import { reportWords } from './report-words.ts';

type Told = Pick<Stated, 'value' | 'bound' | 'unitOfMeasure'>;

/** A stated value; without a number it says so, because an empty cell could mean anything. */
export function StatedValueText({ told }: { readonly told: Told }): ReactNode {
  const { locale } = useWords();
  const { value, bound, unitOfMeasure } = told;
  if (value === null) return <span className="note">{reportWords[locale].noNumber}</span>;
  return statedText({ value, bound, unitOfMeasure }, locale);
}

export function PeriodText({ period: { from, to } }: Pick<Stated, 'period'>): ReactNode {
  const { locale } = useWords();
  const words = reportWords[locale];
  return from === to ? words.onDay(calendarDayText(to)) : words.period(calendarDayText(from), calendarDayText(to));
}

/** For places where there is no room for the unit: a standing value before a correction. */
export function shortValue({ value, unitOfMeasure }: Told, language: 'vi' | 'en'): string {
  return value === null ? reportWords[language].noNumber : bareText(value, unitOfMeasure, language);
}
