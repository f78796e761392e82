import { calendarDayText, numberText, signedText, sharePointsText } from '@flagtower/charts';
import type { KpiCell, KpiDefinition } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { knownOf } from '../cells/cell.ts';
import type { KpiCells } from '../cells/use-cells.ts';
import { KpiExport } from '../exporting/kpi-export.tsx';
import { Panel } from '../look/panel.tsx';
import { useWords } from '../words/language.tsx';
import type { Words } from '../words/words.ts';
import { Age } from './age.tsx';
import { figureWords, type FigureWords } from './figure-words.ts';
import { Figure } from './figure.tsx';
import { shownCell } from './shown-cell.ts';

import './figures-panel.css';

/** From more figures than these on, they stand smaller. */
const MOST_LARGE = 8;
const MOST_ROOMY = 16;

interface FiguresPanelProps {
  readonly title: string;
  readonly measured: string;
  /** In place of figures where the catalogue has none. */
  readonly none: string;
  readonly definitions: readonly KpiDefinition[];
  readonly kpis: KpiCells;
  readonly zone: string;
  /** Whose trend is shown. */
  readonly chosen: string | null;
  readonly onChoose: (kpi: string) => void;
}

/** Every live figure of a center, each with its age on it. Its name leads to its trend, its digits to its reasons. */
export function FiguresPanel(props: FiguresPanelProps): ReactNode {
  const { title, measured, none, definitions, kpis, zone, chosen, onChoose } = props;
  const { locale } = useWords();
  const shown = definitions.map((definition) => ({ definition, ...shownCell(definition, kpis) }));
  return (
    <Panel
      area="figures"
      name={title}
      title={title}
      measured={measured}
      menu={<KpiExport name="center" title={title} cut={kpis.cut} cells={shown.map(({ cell }) => cell)} />}
    >
      {shown.length === 0 ? <p className="label">{none}</p> : null}
      <ul className="figure-cards" data-dense={shown.length > MOST_ROOMY}>
        {shown.map(({ definition, period, cell }) => {
          const name = definition.names[locale];
          const figure = figureWords(definition, locale);
          return (
            <li
              key={definition.id}
              className="figure-card"
              data-chosen={definition.id === chosen}
              data-kpi={definition.id}
            >
              <button
                type="button"
                className="figure-card-name"
                aria-pressed={definition.id === chosen}
                title={definition.meaning[locale]}
                onClick={() => onChoose(definition.id)}
              >
                {name}
              </button>
              <Figure
                cell={cell}
                kind={figure.isShare ? 'share' : 'count'}
                size={shown.length > MOST_LARGE ? 'mid' : 'far-3'}
                unit={figure.unit}
                write={figure.write}
                name={name}
                zone={zone}
              />
              <Foot cell={knownOf(cell)} period={period} figure={figure} />
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

/** Of which period, of how many, against what, how old. */
function Foot({
  cell,
  period,
  figure,
}: {
  readonly cell: KpiCell | null;
  readonly period: KpiCell['period'];
  readonly figure: FigureWords;
}): ReactNode {
  const words = useWords();
  const about =
    cell === null
      ? []
      : [
          words.periods[period],
          partsText(cell, figure, words),
          usualText(cell, figure, words),
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

function targetText({ target }: KpiCell, { write, unit }: FigureWords, words: Words): string | null {
  return target === null ? null : words.targetBy(`${write(target.value)}${unit}`, calendarDayText(target.by));
}
