import { calendarDayText } from '@flagtower/charts';
import type { KpiDefinition } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { useWords } from '../words/language.tsx';
import { whyWords } from './why-words.ts';

/** What is counted, by which version of the rule, and where the rule comes from. */
export function DefinitionSection({ definition }: { readonly definition: KpiDefinition }): ReactNode {
  const { locale } = useWords();
  const words = whyWords[locale];
  return (
    <section>
      <h3>
        1 · {words.definition}{' '}
        <span className="note">{words.version(String(definition.version), calendarDayText(definition.validFrom))}</span>
      </h3>
      <p>{definition.meaning[locale]}</p>
      <p className="note">
        {words.basis}: {definition.basis[locale]}
      </p>
    </section>
  );
}
