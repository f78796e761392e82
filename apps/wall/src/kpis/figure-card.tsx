import { calendarDayText, numberText, signedText, sharePointsText } from '@flagtower/charts';
import type { KpiCell, KpiDefinition, PublishedValue } from '@flagtower/contracts';
import { sameSeason } from '@flagtower/domain';
import type { ReactNode } from 'react';

import { knownOf } from '../cells/cell.ts';
import { ledgerDay } from '../cells/ledger-day.ts';
import { useWords } from '../words/language.tsx';
import type { Words } from '../words/words.ts';
import { Age } from './age.tsx';
import { figureWords, type FigureWords } from './figure-words.ts';
import { Figure } from './figure.tsx';
import { publishedText } from './published-text.ts';
import type { shownCell } from './shown-cell.ts';

/** A figure with the cell that is shown of it. */
export type ShownFigure = ReturnType<typeof shownCell> & { readonly definition: KpiDefinition };

/** One figure with its age on it: its name leads to its trend, its digits to its reasons. */
export function FigureCard({
  shown: { definition, period, cell },
  isLead,
  isChosen,
  zone,
  onChoose,
}: {
  readonly shown: ShownFigure;
  /** Large, to be read from afar; others are a row of a list. */
  readonly isLead: boolean;
  readonly isChosen: boolean;
  readonly zone: string;
  readonly onChoose: (kpi: string) => void;
}): ReactNode {
  const { locale } = useWords();
  const name = definition.names[locale];
  const figure = figureWords(definition, locale);
  return (
    <li className={isLead ? 'figure-lead' : 'figure-row'} data-chosen={isChosen} data-kpi={definition.id}>
      <button
        type="button"
        className="figure-card-name"
        aria-pressed={isChosen}
        title={definition.meaning[locale]}
        onClick={() => onChoose(definition.id)}
      >
        {name}
      </button>
      <Figure
        cell={cell}
        kind={figure.isShare ? 'share' : 'count'}
        size={isLead ? 'far-3' : 'mid'}
        unit={figure.unit}
        write={figure.write}
        name={name}
        zone={zone}
      />
      <Foot cell={knownOf(cell)} period={period} figure={figure} published={definition.published} zone={zone} />
    </li>
  );
}

/** Of which period, of how many, against what, how old. */
function Foot({
  cell,
  period,
  figure,
  published,
  zone,
}: {
  readonly cell: KpiCell | null;
  readonly period: KpiCell['period'];
  readonly figure: FigureWords;
  readonly published: readonly PublishedValue[];
  readonly zone: string;
}): ReactNode {
  const words = useWords();
  const about =
    cell === null
      ? []
      : [
          words.periods[period],
          partsText(cell, figure, words),
          usualText(cell, figure, words),
          seasonText(published, cell, { figure, words, zone }),
          targetText(cell, figure, words),
        ];
  const text = about.filter((part) => part !== null).join(' · ');
  return (
    <div className="figure-card-foot note">
      <Age freshness={cell?.freshness ?? null} source={null} />
      <span className="clip" title={text}>
        {text}
      </span>
    </div>
  );
}

/** A share of things that are counted says of how many: 1 of 2 is another 50% than 500 of 1.000. */
function partsText({ numerator, denominator }: KpiCell, { isShare }: FigureWords, { locale }: Words): string | null {
  const areCounts = Number.isInteger(numerator) && Number.isInteger(denominator);
  if (!isShare || !areCounts || numerator === null || denominator === null) return null;
  return `${numberText(numerator, locale)}/${numberText(denominator, locale)}`;
}

function usualText({ value, usual }: KpiCell, { isShare }: FigureWords, { locale }: Words): string | null {
  if (value === null || usual === null) return null;
  const gap = value - usual.value;
  return isShare ? sharePointsText(gap, locale) : signedText(gap, locale);
}

/** What was published of the same time of an earlier year: its days say which, the trend says by whom. */
function seasonText(
  published: readonly PublishedValue[],
  { freshness }: KpiCell,
  { figure, words, zone }: { readonly figure: FigureWords; readonly words: Words; readonly zone: string },
): string | null {
  if (freshness.observedAt === null) return null;
  const season = sameSeason(published, ledgerDay(Date.parse(freshness.observedAt), zone));
  return season === null ? null : publishedText(season, figure, words.locale);
}

function targetText({ target }: KpiCell, { write, unit }: FigureWords, words: Words): string | null {
  return target === null ? null : words.targetBy(`${write(target.value)}${unit}`, calendarDayText(target.by));
}
