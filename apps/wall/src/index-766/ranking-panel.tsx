import { numberText, shareText } from '@flagtower/charts';
import type { Index766Answer } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { Panel } from '../look/panel.tsx';
import { PageLink } from '../navigation/page-link.tsx';
import { useWords } from '../words/language.tsx';
import { indexWords } from './index-words.ts';
import { isCertain } from './point-text.ts';

interface RankingPanelProps {
  readonly answer: Index766Answer;
  readonly nameOf: (unit: string) => string;
  readonly hrefOf: (unit: string) => string;
  readonly menu: ReactNode;
}

/** The criteria of which any unit has a ratio, in the order of the index. */
export function rankedItems({ ranking, index }: Index766Answer): string[] {
  const told = new Set(ranking.flatMap(({ ratios }) => Object.keys(ratios)));
  return index.items.map(({ item }) => item).filter((item) => told.has(item));
}

/** The units below by their certain points. */
export function RankingPanel({ answer, nameOf, hrefOf, menu }: RankingPanelProps): ReactNode {
  const { locale } = useWords();
  const words = indexWords[locale];
  if (answer.ranking.length === 0) return null;
  const items = rankedItems(answer);
  return (
    <Panel
      area="index-ranking"
      name={words.ranking}
      title={words.ranking}
      measured={<span>{words.rankingMeasured}</span>}
      menu={menu}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long table scrolls in its own box, which the keyboard must reach */}
      <section className="index-scroll index-ranking" aria-label={words.rankingMeasured} tabIndex={0}>
        <table className="index-table">
          <thead>
            <tr>
              <th scope="col" className="index-number">
                {words.place}
              </th>
              <th scope="col">{words.unit}</th>
              <th scope="col" className="index-number">
                {words.certainPoints}
              </th>
              {items.map((item) => (
                <th key={item} scope="col" className="index-number">
                  {item}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {answer.ranking.map(({ unit, points, ratios }, index) => (
              <tr key={unit}>
                <td className="index-number">{index + 1}</td>
                <th scope="row">
                  <PageLink href={hrefOf(unit)}>{nameOf(unit)}</PageLink>
                </th>
                <td className="index-number">
                  {numberText(points.lowest, locale, 2)}
                  {isCertain(points) ? '' : ' +'}
                </td>
                {items.map((item) => (
                  <td key={item} className="index-number">
                    {ratioText(ratios[item], locale)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  );
}

function ratioText(ratio: number | null | undefined, language: 'vi' | 'en'): string {
  return ratio === null || ratio === undefined ? '–' : shareText(ratio, language);
}
