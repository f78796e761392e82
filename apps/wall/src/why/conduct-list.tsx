import { numberText, shareText } from '@flagtower/charts';
import type { Explanation } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { useSourceNames } from '../cells/source-names.ts';
import { sourceLevels } from '../freshness/source-level.ts';
import { ColumnHeads } from '../look/column-heads.tsx';
import { Mark } from '../look/mark.tsx';
import { pageHref } from '../navigation/page-href.ts';
import { PageLink } from '../navigation/page-link.tsx';
import { useWords } from '../words/language.tsx';
import { whyWords } from './why-words.ts';

/** What each source has in a figure about the sources, and the way to its own page; a figure of the ledger as a whole has no such list. */
export function ConductList({ conduct }: Pick<Explanation, 'conduct'>): ReactNode {
  const { locale, freshness: states } = useWords();
  const words = whyWords[locale];
  const nameOf = useSourceNames();
  if (conduct.length === 0) return null;
  const write = ({ value, numerator, denominator }: Explanation['conduct'][number]): string => {
    if (value === null) return '—';
    if (denominator === null) return numberText(value, locale);
    return `${shareText(value, locale, 2)} (${numberText(numerator ?? 0, locale)}/${numberText(denominator, locale)})`;
  };
  return (
    <section>
      <h3>2 · {words.conduct(numberText(conduct.length, locale))}</h3>
      <div className="why-scroll">
        <table>
          <ColumnHeads names={[words.conductColumns.source, words.conductColumns.value, words.conductColumns.state]} />
          <tbody>
            {conduct.map((part) => (
              <tr key={part.source}>
                <th scope="row">
                  <PageLink href={pageHref('/sources', { source: part.source }, location.search)}>
                    {nameOf([part.source])}
                  </PageLink>
                </th>
                <td>{write(part)}</td>
                <td>
                  <Mark level={sourceLevels[part.freshness.state]} name={null} size={12} />{' '}
                  {states.states[part.freshness.state]}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
