import type { Explanation } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { useCity } from '../city/city-view.ts';
import { useWords } from '../words/language.tsx';
import { whyWords } from './why-words.ts';

/** Measures that compare with a due moment. */
const byDue: ReadonlySet<string> = new Set([
  'handled-early',
  'handled-on-time',
  'handled-late',
  'overdue',
  'near-due',
  'paused-overdue',
  'cohort-late',
]);

/** Of figures that rest on due dates: how one comes about that nobody told, and which limits were not held against the law's text. */
export function LimitNote({
  explanation,
  procedure,
}: {
  readonly explanation: Explanation;
  readonly procedure: string | null;
}): ReactNode {
  const { locale } = useWords();
  const words = whyWords[locale].limits;
  const city = useCity();
  if (city === null || !explanation.balances.some(({ measure }) => byDue.has(measure))) return null;
  const meant = city.procedures.filter(
    ({ code, timeLimits }) => timeLimits.length > 0 && (procedure === null || code === procedure),
  );
  if (meant.length === 0) return null;
  const unread = meant.filter(({ timeLimits }) => timeLimits.some(({ checked }) => checked === null));
  const [only] = procedure === null ? [] : meant;
  return (
    <p className="note">
      {only === undefined
        ? words.all(String(meant.length))
        : only.timeLimits
            .map(({ workingDays, basis }) => words.one(String(workingDays), basis[locale]))
            .join('; ')}{' '}
      {unread.length === 0
        ? ''
        : words.unread(
            unread
              .map(
                ({ names, timeLimits }) =>
                  `${names[locale]} (${timeLimits.map(({ basis }) => basis[locale]).join('; ')})`,
              )
              .join(', '),
          )}
    </p>
  );
}
