import { measuredText, numberText, type Language } from '@flagtower/charts';
import type { CityView, IncidentAbout, IncidentRules } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { useWords } from '../words/language.tsx';
import { incidentWords } from './incident-words.ts';

/** The city's rule that made a value an incident: its levels, and whose numbers these are. */
export function ThresholdRule({
  about,
  city,
}: {
  readonly about: IncidentAbout;
  readonly city: CityView | null;
}): ReactNode {
  const { locale } = useWords();
  if (about.from !== 'threshold') return null;
  const rule = city?.incidents?.thresholds.find(({ id }) => id === about.threshold);
  if (rule === undefined) return null;
  return (
    <p className="note">
      {rule.names[locale]}: {levelsOf(rule, about.unitOfMeasure, locale).join('; ')}. {rule.basis[locale]}.{' '}
      {conditionsOf(rule, locale).join(' ')}
    </p>
  );
}

type Rule = IncidentRules['thresholds'][number];

function levelsOf({ side, levels }: Rule, unitOfMeasure: string, locale: Language): string[] {
  const words = incidentWords[locale];
  const told = side === 'above' ? words.thresholdAbove : words.thresholdBelow;
  const text = (value: number): string => measuredText(value, unitOfMeasure, locale);
  return levels.map(({ value, severity, clearsAt }) => {
    const begins = told(text(value), words.severities[severity]);
    return clearsAt === undefined ? begins : `${begins} (${words.clearsAt(text(clearsAt))})`;
  });
}

function conditionsOf({ forMinutes: { beyond, back }, notDuring }: Rule, locale: Language): string[] {
  const words = incidentWords[locale];
  return [
    ...(beyond > 0 ? [words.lastsBeyond(numberText(beyond, locale))] : []),
    ...(back > 0 ? [words.lastsBack(numberText(back, locale))] : []),
    ...(notDuring.length > 0 ? [words.notDuring(notDuring.map(({ from, to }) => `${from}–${to}`).join(', '))] : []),
  ];
}
