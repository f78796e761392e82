import { numberText, shareText } from '@flagtower/charts';
import type { ReactNode } from 'react';

import { Bullet } from '../look/bullet.tsx';
import { Panel } from '../look/panel.tsx';
import { useWords } from '../words/language.tsx';
import { useDrillFrame } from './drill-frame.ts';
import { drillWords } from './drill-words.ts';

const RECEIVED = 'dossiers.received';

/** How what was received in the period came in. */
export function LevelChannels(): ReactNode {
  const { locale } = useWords();
  const words = drillWords[locale];
  const { answer, names } = useDrillFrame();
  const { channels } = answer.level;
  if (channels === null) return null;
  const rows = channels
    .map(({ code, figures }) => ({ code, count: figures[RECEIVED]?.value ?? 0 }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
  const sum = rows.reduce((total, { count }) => total + count, 0);
  return (
    <Panel
      area="level-channels"
      name={words.channels.title}
      title={words.channels.title}
      measured={words.channels.measured}
    >
      {sum === 0 ? (
        <p className="label">{words.channels.none}</p>
      ) : (
        <ul className="level-shares">
          {rows.map(({ code, count }) => (
            <li key={code}>
              <span className="clip">{names.channel(code)}</span>
              <Bullet share={count / sum} tick={null} abnormal={false} height={10} />
              <b>{shareText(count / sum, locale)}</b>
              <span className="note">{numberText(count, locale)}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
