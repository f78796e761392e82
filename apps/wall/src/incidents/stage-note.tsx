import { numberText } from '@flagtower/charts';
import type { CityStage } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import type { Level } from '../look/level.ts';
import { Mark } from '../look/mark.tsx';
import { useWords } from '../words/language.tsx';
import { incidentWords } from './incident-words.ts';

const levels: readonly Level[] = ['normal', 'watch', 'warning', 'critical', 'critical'];

/** The rung that the city stands on, the condition that was met, and whose rule it is. */
export function StageNote({ stage: { stage, names, because } }: { readonly stage: CityStage }): ReactNode {
  const { locale } = useWords();
  const words = incidentWords[locale];
  return (
    <section className="work-section" aria-label={words.stage(String(stage), names[locale])}>
      <h2>
        <Mark level={levels[stage - 1] ?? 'none'} name={null} size={18} /> {words.stage(String(stage), names[locale])}
      </h2>
      <p>
        {because === null
          ? words.noBecause
          : words.because(
              numberText(because.met, locale),
              words.severities[because.minSeverity],
              numberText(because.count, locale),
            )}{' '}
        <span className="note">{words.rule}</span>
      </p>
    </section>
  );
}
