import { spanText } from '@flagtower/charts';
import type { Center } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { levelColor } from '../look/level.ts';
import { Mark } from '../look/mark.tsx';
import { centerPath } from '../navigation/center-path.ts';
import { pageHref } from '../navigation/page-href.ts';
import { PageLink } from '../navigation/page-link.tsx';
import { useWords } from '../words/language.tsx';
import { CENTER_ORDER } from './center-order.ts';
import { centerState, newestSign, type CityFacts } from './center-state.ts';

import './ribbon.css';

/** All centers and the city-wide themes, each with its mark and one sentence. */
export function Ribbon({
  centers,
  facts,
  nowMs,
}: {
  readonly centers: readonly Center[];
  readonly facts: CityFacts;
  readonly nowMs: number | null;
}): ReactNode {
  const words = useWords();
  const placed = centers.toSorted((one, other) => place(one.id) - place(other.id));
  const numbered = String(centers.filter(({ no }) => no !== null).length);
  return (
    <ul className="ribbon" aria-label={words.ribbon.label}>
      {placed.map((center) => {
        const { level, sentence } = centerState(center.id, facts, words);
        const sign = newestSign(center.id, facts);
        return (
          <li key={center.id} className="ribbon-center" data-level={level} title={center.names[words.locale]}>
            <div className="ribbon-name clip">
              <Mark level={level} name={words.marks[level]} size={16} />{' '}
              <PageLink href={pageHref(centerPath(center.id), {}, location.search)} className="ribbon-link">
                {words.ribbon.short[center.id] ?? center.short[words.locale]}
              </PageLink>
            </div>
            <div className="ribbon-sentence clip" style={{ color: levelColor(level) }}>
              {sentence}
            </div>
            <div className="ribbon-foot note">
              <span className="clip">
                {center.no === null ? words.ribbon.cityWide : words.ribbon.place(String(center.no), numbered)}
              </span>
              <span className="nowrap">
                {sign === null || nowMs === null ? '—' : spanText(shortAge(nowMs - sign), words.locale)}
              </span>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function place(id: string): number {
  const index = CENTER_ORDER.indexOf(id);
  return index === -1 ? CENTER_ORDER.length : index;
}

/** There is room for one unit of time: from a minute on, whole minutes. */
function shortAge(ms: number): number {
  return ms < 60_000 ? ms : ms - (ms % 60_000);
}
