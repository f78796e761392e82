import { numberText } from '@flagtower/charts';
import type { ReactNode } from 'react';

import { PageLink } from '../navigation/page-link.tsx';
import { useWords } from '../words/language.tsx';
import { useDrillFrame } from './drill-frame.ts';
import { drillWords } from './drill-words.ts';
import { placeOfStep } from './level-names.ts';

/** The way from the city down, each step with what it received in the period. */
export function Breadcrumb(): ReactNode {
  const { locale } = useWords();
  const { answer, place, names, href } = useDrillFrame();
  const { path } = answer.level;
  return (
    <nav aria-label={drillWords[locale].path} className="crumbs">
      <ol>
        {path.map((step, index) => {
          const count = step.received === null ? '—' : numberText(step.received, locale);
          const text = (
            <>
              {names.step(step)} <span className="crumb-count">{count}</span>
            </>
          );
          return (
            <li key={`${step.kind} ${step.code}`}>
              {index === path.length - 1 ? (
                <h1 className="crumb-here">{text}</h1>
              ) : (
                <PageLink href={href({ place: placeOfStep(step, place) })}>{text}</PageLink>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
