import { calendarDayText, type Language } from '@flagtower/charts';
import type { PublishedValue } from '@flagtower/contracts';

import type { FigureWords } from './figure-words.ts';

/** `14–21/11/2025: 305`; the days are those of its source. */
export function publishedText(
  { from, to, value }: PublishedValue,
  { write, isShare, unit }: Pick<FigureWords, 'write' | 'isShare' | 'unit'>,
  language: Language,
): string {
  const text = `${write(value)}${isShare ? unit : ''}`;
  const end = calendarDayText(to);
  const isOneMonth = from.slice(0, 7) === to.slice(0, 7);
  const start = isOneMonth ? calendarDayText(from).slice(0, 2) : calendarDayText(from).slice(0, 5);
  return language === 'vi' ? `tuần ${start}–${end}: ${text}` : `week of ${start}–${end}: ${text}`;
}
