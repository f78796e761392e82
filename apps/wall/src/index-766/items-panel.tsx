import { numberText, shareText } from '@flagtower/charts';
import type { Index766Answer, Index766Item } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { Panel } from '../look/panel.tsx';
import { useWords } from '../words/language.tsx';
import { indexWords } from './index-words.ts';
import { PointBar } from './point-bar.tsx';
import { pointText, scoredItems, statedPeriodText, type ScoredItem } from './point-text.ts';

/** The five groups with their criteria: ratio, where it comes from, points of the maximum, and how sure the rule is. */
export function ItemsPanel({ answer, menu }: { readonly answer: Index766Answer; readonly menu: ReactNode }): ReactNode {
  const { locale } = useWords();
  const words = indexWords[locale];
  return (
    <Panel
      area="index-items"
      name={words.items}
      title={words.items}
      measured={<span>{words.itemsMeasured}</span>}
      menu={menu}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a wide table scrolls in its own box, which the keyboard must reach */}
      <section className="index-scroll" aria-label={words.itemsMeasured} tabIndex={0}>
        <table className="index-table">
          <thead>
            <tr>
              <th scope="col">{words.item}</th>
              <th scope="col">{words.criterion}</th>
              <th scope="col" className="index-number">
                {words.ratio}
              </th>
              <th scope="col">{words.origin}</th>
              <th scope="col" className="index-number">
                {words.score}
              </th>
              <th scope="col" className="index-number">
                {words.of}
              </th>
              <th scope="col">{words.confidence}</th>
            </tr>
          </thead>
          {answer.index.parts.map((part) => (
            <Part key={part.id} answer={answer} part={part} />
          ))}
        </table>
      </section>
      <p className="note">{words.rules}</p>
    </Panel>
  );
}

function Part({
  answer,
  part,
}: {
  readonly answer: Index766Answer;
  readonly part: Index766Answer['index']['parts'][number];
}): ReactNode {
  const { locale } = useWords();
  const score = answer.parts.find((one) => one.part === part.id);
  const points = score?.points ?? { lowest: 0, highest: part.maxPoints };
  return (
    <tbody>
      <tr className="index-part">
        <th scope="row">{part.group}</th>
        <th scope="rowgroup" colSpan={2}>
          {part.names[locale]}
        </th>
        <td className="note nowrap">
          {score?.stated?.value === undefined || score.stated.value === null
            ? ''
            : `${statedPeriodText(score.stated.period)}: ${numberText(score.stated.value, locale, 1)}`}
        </td>
        <td className="index-number">{pointText(points, locale, 2)}</td>
        <td className="index-number">{numberText(part.maxPoints, locale)}</td>
        <td>
          <PointBar points={points} maxPoints={part.maxPoints} tick={score?.stated?.value ?? null} />
        </td>
      </tr>
      {scoredItems(answer, part.id).map((scored) => (
        <ItemRow key={scored.item.item} {...scored} />
      ))}
    </tbody>
  );
}

function ItemRow({ item, score }: ScoredItem): ReactNode {
  const { locale } = useWords();
  const words = indexWords[locale];
  const isShown = item.maxPoints > 0;
  const doubt = doubtText(item, locale);
  return (
    <tr data-origin={score.origin}>
      <td>{item.item}</td>
      <th scope="row">
        {item.names[locale]}
        <span className="index-rule note">
          {item.numerator[locale]} {words.over} {item.denominator[locale]}
        </span>
      </th>
      <td className="index-number">
        {score.ratio === null ? '–' : shareText(score.ratio, locale)}
        {score.numerator === null || score.denominator === null ? null : (
          <span className="index-rule note">
            {numberText(score.numerator, locale)}/{numberText(score.denominator, locale)}
          </span>
        )}
      </td>
      <td>
        {words.origins[score.origin]}
        {score.stated === null || score.stated.value === null ? null : (
          <span className="index-rule note">
            {`${statedPeriodText(score.stated.period)}: ${shareText(score.stated.value, locale)} (${score.stated.statedBy})`}
          </span>
        )}
      </td>
      <td className="index-number">{isShown ? pointText(score.points, locale, 2) : words.shownOnly}</td>
      <td className="index-number">
        {isShown ? `${numberText(item.maxPoints, locale)}${item.maxIsInferred ? '?' : ''}` : '–'}
      </td>
      <td>
        {words.confidences[item.confidence]}
        {doubt === '' ? null : <span className="index-rule note">{doubt}</span>}
      </td>
    </tr>
  );
}

/** What the reader must know of the rule: thresholds, factors, and what is not certain. */
function doubtText({ fullFrom, times, doubt }: Index766Item, language: 'vi' | 'en'): string {
  const words = indexWords[language];
  const { lowest, highest } = fullFrom;
  return [
    ...(lowest === highest && highest < 1 ? [words.fullFrom(shareText(highest, language, 0))] : []),
    ...(lowest !== highest && doubt === null ? [words.fullFromDoubt] : []),
    ...(times === null || doubt !== null ? [] : [words.timesOf(times)]),
    ...(doubt === null ? [] : [`? ${doubt[language]}`]),
  ].join(' ');
}
