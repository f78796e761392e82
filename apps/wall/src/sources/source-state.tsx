import { minuteMomentText } from '@flagtower/charts';
import type { SourceBoardRow } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { sourceLevels } from '../freshness/source-level.ts';
import { useFreshness } from '../freshness/use-freshness.ts';
import { levelColor } from '../look/level.ts';
import { Mark } from '../look/mark.tsx';
import { useWords } from '../words/language.tsx';
import { sourceWords } from './source-words.ts';
import { troubleTold } from './trouble-words.ts';

/** How a source stands at this second, since when, and why where we know. */
export function SourceState({ row, zone }: { readonly row: SourceBoardRow; readonly zone: string }): ReactNode {
  const { locale, freshness } = useWords();
  const words = sourceWords[locale];
  const { state } = useFreshness(row.freshness);
  const level = sourceLevels[state];
  // A state that was entered after the service told it has no moment of its own yet.
  const since = state === row.freshness.state ? row.since : null;
  const trouble = troubleTold(row, locale, zone);
  return (
    <div className="source-state" data-state={state}>
      <div style={{ color: levelColor(level) }}>
        <Mark level={level} name={null} size={16} /> {freshness.states[state]}
      </div>
      {since === null ? null : <div className="note">{words.since(minuteMomentText(Date.parse(since), zone))}</div>}
      {row.pausedAt === null ? null : (
        <div className="source-paused">{words.pausedSince(minuteMomentText(Date.parse(row.pausedAt), zone))}</div>
      )}
      {trouble === null ? null : (
        <>
          <div className="source-trouble">{trouble.told}</div>
          <div className="note">{trouble.remedy}</div>
        </>
      )}
    </div>
  );
}
