import { momentText, numberText, shareText } from '@flagtower/charts';
import type { Explanation } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { useSourceNames } from '../cells/source-names.ts';
import { useCity } from '../city/city-view.ts';
import { Mark } from '../look/mark.tsx';
import { useWords } from '../words/language.tsx';
import { whyWords } from './why-words.ts';

/** How far the figure was recomputed, and how its sources stand. */
export function TrustSection({
  explanation: { audit, answer, definition },
}: {
  readonly explanation: Explanation;
}): ReactNode {
  const { locale, freshness } = useWords();
  const words = whyWords[locale];
  const zone = useCity()?.zone ?? 'UTC';
  const nameOf = useSourceNames();
  const moment = (instant: string): string => momentText(Date.parse(instant), zone);
  const figure = answer.values[0];
  // Its sources are listed above, each with its own state.
  const isConduct = definition.formula.kind === 'conduct';
  const isSound = audit === null || audit.differences === 0;
  const coverage = shareText(audit?.coverage ?? 0, locale);
  return (
    <section>
      <h3>{words.trust}</h3>
      <p>
        <Mark level={audit === null ? 'none' : isSound ? 'normal' : 'critical'} name={null} size={14} />{' '}
        {audit === null
          ? words.noAudit
          : isSound
            ? words.audit(moment(audit.at), coverage)
            : words.auditDiffers(moment(audit.at), numberText(audit.differences, locale))}
      </p>
      {(isConduct ? [] : (figure?.source ?? [])).map((source) => (
        <p key={source} className="note">
          {words.source(nameOf([source]), freshness.states[figure?.freshness.state ?? 'none'])}
          {figure?.freshness.observedAt === null || figure === undefined
            ? ''
            : `, ${moment(figure.freshness.observedAt)}`}
        </p>
      ))}
    </section>
  );
}
