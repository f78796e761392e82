import { measuredText } from '@flagtower/charts';
import type { CityView, IncidentAbout } from '@flagtower/contracts';
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
  const words = incidentWords[locale];
  if (about.from !== 'threshold') return null;
  const rule = city?.incidents?.thresholds.find(({ id }) => id === about.threshold);
  if (rule === undefined) return null;
  const told = rule.side === 'above' ? words.thresholdAbove : words.thresholdBelow;
  const levels = rule.levels.map(({ value, severity }) =>
    told(measuredText(value, about.unitOfMeasure, locale), words.severities[severity]),
  );
  return (
    <p className="note">
      {rule.names[locale]}: {levels.join('; ')}. {rule.basis[locale]}.
    </p>
  );
}
