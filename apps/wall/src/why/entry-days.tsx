import { calendarDayText, numberText } from '@flagtower/charts';
import type { Explanation } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { useWords } from '../words/language.tsx';
import { whyWords } from './why-words.ts';

const MOST_DAYS = 92;

/** How many entries took effect each day: where a figure suddenly came from. */
export function EntryDays({ explanation: { days } }: { readonly explanation: Explanation }): ReactNode {
  const { locale } = useWords();
  const words = whyWords[locale];
  const byDay = new Map<string, number>();
  for (const { day, entries } of days) byDay.set(day, (byDay.get(day) ?? 0) + entries);
  const shown = [...byDay].slice(0, MOST_DAYS).toReversed();
  const most = Math.max(1, ...shown.map(([, entries]) => entries));
  // One day is no course: the sums above have said it.
  if (shown.length < 2) return null;
  const title = words.days(numberText(shown.length, locale));
  return (
    <section>
      <h3>{title}</h3>
      <svg
        className="why-days"
        viewBox={`0 0 ${String(shown.length * 6)} 60`}
        preserveAspectRatio="none"
        role="img"
        aria-label={title}
      >
        {shown.map(([day, entries], index) => (
          <rect key={day} x={index * 6 + 0.5} width="5" y={60 - (entries / most) * 58} height={(entries / most) * 58}>
            <title>{`${calendarDayText(day)}: ${numberText(entries, locale)}`}</title>
          </rect>
        ))}
      </svg>
      <p className="note why-days-ends">
        <span>{calendarDayText(shown[0]?.[0] ?? '')}</span>
        <span>{calendarDayText(shown.at(-1)?.[0] ?? '')}</span>
      </p>
    </section>
  );
}
