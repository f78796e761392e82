import { minuteText, sharePointsText } from '@flagtower/charts';
import type { KpiCell } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { useFreshness } from '../freshness/use-freshness.ts';
import { levelColor } from '../look/level.ts';
import { Mark } from '../look/mark.tsx';
import { useWords } from '../words/language.tsx';
import { levelOfGap } from './level-of-gap.ts';

/**
 * Signed difference with its mark, coloured only when it is abnormal. Of a stale value it loses mark and colour and gets
 * its hour: nobody should act on it. Of a lost value there is none.
 */
export function Gap({
  cell,
  reference,
  against,
  tail,
  zone,
}: {
  readonly cell: KpiCell | null;
  readonly reference: number | null;
  readonly against: 'pace' | 'target';
  /** Words in place of what it is compared with. */
  readonly tail?: string;
  readonly zone: string;
}): ReactNode {
  const words = useWords();
  const { state } = useFreshness(cell?.freshness ?? null);
  if (cell === null || cell.value === null || reference === null || state === 'lost' || state === 'none') return null;
  const gap = cell.value - reference;
  const text = sharePointsText(gap, words.locale);
  const { observedAt } = cell.freshness;
  if (state === 'stale' && observedAt !== null) {
    return <div className="label nowrap">{words.freshness.gapAt(minuteText(Date.parse(observedAt), zone), text)}</div>;
  }
  const level = levelOfGap(gap);
  const beside = against === 'target' ? words.againstTarget : level === 'normal' ? words.abovePace : words.againstPace;
  return (
    <div className="gap nowrap" style={{ color: levelColor(level) }}>
      <Mark level={level} name={words.marks[level]} size={18} /> {text}{' '}
      <span className="label gap-tail">{tail ?? beside}</span>
    </div>
  );
}
