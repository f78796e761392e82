import { numberText } from '@flagtower/charts';
import type { Index766Answer } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { Panel } from '../look/panel.tsx';
import { useWords } from '../words/language.tsx';
import { indexWords } from './index-words.ts';
import { PointBar } from './point-bar.tsx';
import { pointText, statedPeriodText } from './point-text.ts';

/** The whole score as far as it is known, and what was published last. */
export function TotalPanel({ answer, menu }: { readonly answer: Index766Answer; readonly menu: ReactNode }): ReactNode {
  const { locale } = useWords();
  const words = indexWords[locale];
  const { points, stated, statedRank } = answer.total;
  const max = answer.index.parts.reduce((sum, { maxPoints }) => sum + maxPoints, 0);
  return (
    <Panel area="index-total" name={words.total} title={words.total} menu={menu}>
      <p className="far-3 point-total">
        {pointText(points, locale)}
        <span className="unit">/ {numberText(max, locale)}</span>
      </p>
      <PointBar points={points} maxPoints={max} tick={stated?.value ?? null} />
      <p className="label">
        {words.certain(numberText(points.lowest, locale, 1))}
        {' · '}
        {words.open(numberText(points.highest - points.lowest, locale, 1))}
      </p>
      <p className="label">
        {stated === null || stated.value === null
          ? words.noneStated
          : words.stated(numberText(stated.value, locale, 2), statedPeriodText(stated.period), stated.statedBy)}
        {statedRank === null || statedRank.value === null
          ? ''
          : ` · ${words.rank(numberText(statedRank.value, locale))}`}
      </p>
    </Panel>
  );
}
