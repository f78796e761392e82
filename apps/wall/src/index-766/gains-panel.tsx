import { numberText } from '@flagtower/charts';
import type { Index766Answer } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { Panel } from '../look/panel.tsx';
import { useWords } from '../words/language.tsx';
import { indexWords } from './index-words.ts';

/** Points still to win per criterion, most first; those of unknown ratios apart, since nobody knows what is missing. */
export function GainsPanel({ answer, menu }: { readonly answer: Index766Answer; readonly menu: ReactNode }): ReactNode {
  const { locale } = useWords();
  const words = indexWords[locale];
  const nameOf = (code: string): string => answer.index.items.find(({ item }) => item === code)?.names[locale] ?? code;
  const known = answer.gains.filter(({ points }) => points.lowest >= 0.005);
  const open = answer.gains.filter(({ points }) => points.lowest < 0.005 && points.highest >= 0.005);
  const [most] = known;
  return (
    <Panel
      area="index-gains"
      name={words.gains}
      title={words.gains}
      measured={<span>{words.gainsMeasured}</span>}
      menu={menu}
    >
      <ol className="gain-list">
        {known.map(({ item, points }) => (
          <li key={item}>
            <span>
              {item} · {nameOf(item)}
            </span>
            <span className="nowrap">{words.toWin(numberText(points.lowest, locale, 2))}</span>
            <span className="gain-bar" aria-hidden="true">
              <span style={{ width: `${String((points.lowest / (most?.points.lowest ?? 1)) * 100)}%` }} />
            </span>
          </li>
        ))}
      </ol>
      {open.length === 0 ? null : (
        <>
          <h3 className="label">{words.unknownGains}</h3>
          <ul className="gain-open note">
            {open.map(({ item, points }) => (
              <li key={item}>
                {item} · {nameOf(item)}: {words.upTo(numberText(points.highest, locale, 1))}
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}
