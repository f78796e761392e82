import { calendarDayText, numberText, spanText } from '@flagtower/charts';
import type { SourceConduct } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { useWords } from '../words/language.tsx';
import { sourceWords } from './source-words.ts';

const daySeconds = 86_400;
const height = 48;
const step = 10;

/** Ninety days side by side: how much of each the source was late. A day that nobody measured is dashed, never empty. */
export function LatenessStrip({ days }: { readonly days: SourceConduct['days'] }): ReactNode {
  const { locale } = useWords();
  const words = sourceWords[locale];
  return (
    <figure className="lateness">
      <svg
        viewBox={`0 0 ${days.length * step} ${height + 2}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={latenessText(days, locale)}
      >
        {days.map(({ day, lateSeconds, missed }, index) => (
          <g key={day}>
            <title>
              {lateSeconds === null
                ? `${calendarDayText(day)}: ${words.daysUnknown}`
                : words.dayTitle(
                    calendarDayText(day),
                    spanText(lateSeconds * 1000, locale),
                    numberText(missed ?? 0, locale),
                  )}
            </title>
            <rect className="lateness-touch" x={index * step} y={0} width={step} height={height + 2} />
            <DayBar x={index * step + 1} lateSeconds={lateSeconds} />
          </g>
        ))}
      </svg>
      <figcaption className="note lateness-days">
        <span>{calendarDayText(days[0]?.day ?? '')}</span>
        <span>{calendarDayText(days.at(-1)?.day ?? '')}</span>
      </figcaption>
    </figure>
  );
}

function DayBar({ x, lateSeconds }: { readonly x: number; readonly lateSeconds: number | null }): ReactNode {
  if (lateSeconds === null)
    return <rect className="lateness-unknown" x={x} y={height - 1} width={step - 6} height={2} />;
  if (lateSeconds === 0) return <rect className="lateness-kept" x={x} y={height - 1} width={step - 2} height={2} />;
  // A minute of lateness is seen as well as an hour.
  const bar = Math.max(4, Math.min(1, lateSeconds / daySeconds) * height);
  return <rect className="lateness-late" x={x} y={height + 1 - bar} width={step - 2} height={bar} />;
}

/** The strip in one sentence. */
export function latenessText(days: SourceConduct['days'], language: 'vi' | 'en'): string {
  const sum = (count: (day: SourceConduct['days'][number]) => number): number =>
    days.reduce((total, day) => total + count(day), 0);
  const words = sourceWords[language];
  if (days.every(({ lateSeconds }) => lateSeconds === null)) return words.daysUnknown;
  return words.daysMeasured(
    spanText(sum(({ lateSeconds }) => lateSeconds ?? 0) * 1000, language),
    numberText(
      sum(({ missed }) => missed ?? 0),
      language,
    ),
  );
}
