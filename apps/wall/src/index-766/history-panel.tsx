import { numberText } from '@flagtower/charts';
import type { Index766Answer } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { Panel } from '../look/panel.tsx';
import { useWords } from '../words/language.tsx';
import { indexWords } from './index-words.ts';
import { statedPeriodText } from './point-text.ts';

/** What was published of this unit, each with its period and who told it: never mixed with our own points. */
export function HistoryPanel({
  answer,
  menu,
}: {
  readonly answer: Index766Answer;
  readonly menu: ReactNode;
}): ReactNode {
  const { locale } = useWords();
  const words = indexWords[locale];
  if (answer.history.length === 0) return null;
  return (
    <Panel
      area="index-history"
      name={words.history}
      title={words.history}
      measured={<span>{words.historyMeasured}</span>}
      menu={menu}
    >
      <table className="index-table">
        <thead>
          <tr>
            <th scope="col">{words.month}</th>
            <th scope="col" className="index-number">
              {words.score}
            </th>
            <th scope="col">{words.source}</th>
          </tr>
        </thead>
        <tbody>
          {answer.history.map(({ period, value, statedBy }) => (
            <tr key={`${period.from} ${period.to}`}>
              <th scope="row">{statedPeriodText(period)}</th>
              <td className="index-number">{value === null ? '–' : numberText(value, locale, 2)}</td>
              <td>{statedBy}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
