import { numberText, shareText } from '@flagtower/charts';
import type { Period, Target } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { knownOf } from '../cells/cell.ts';
import type { KpiCells } from '../cells/use-cells.ts';
import { ExportMenu } from '../exporting/export-menu.tsx';
import { kpiTable } from '../exporting/kpi-table.ts';
import { Bullet } from '../look/bullet.tsx';
import { Panel } from '../look/panel.tsx';
import { useWords } from '../words/language.tsx';
import { Age } from './age.tsx';
import { Figure } from './figure.tsx';
import { Gap } from './gap.tsx';
import { levelOfGap } from './pace.ts';

const HANDLED = 'dossiers.on-time-rate.handled';
const INDEX = 'dossiers.on-time-rate.index';
const PERIODS: readonly Period[] = ['month', 'today', 'year', 'all'];

/**
 * "On time" has two official meanings that differ by a fifth. Both stand in one card, each with its own denominator:
 * showing one of them alone would be a choice in somebody's favour.
 */
export function OnTimeCard({
  kpis,
  targetOf,
  zone,
}: {
  readonly kpis: KpiCells;
  readonly targetOf: (kpi: string) => Target | null;
  readonly zone: string;
}): ReactNode {
  const words = useWords();
  const period = PERIODS.find((one) => knownOf(kpis.cell(HANDLED, one))?.value !== undefined) ?? 'month';
  return (
    <Panel
      area="on-time"
      name={words.onTime.title}
      title={words.onTime.title}
      aside={<Age freshness={knownOf(kpis.cell(HANDLED, period))?.freshness ?? null} source={null} />}
      menu={
        <ExportMenu
          title={words.onTime.title}
          view={(stamp) =>
            kpiTable(words, stamp, {
              name: 'on-time',
              title: words.onTime.title,
              cut: kpis.cut,
              cells: [HANDLED, INDEX].flatMap((kpi) => PERIODS.map((one) => kpis.cell(kpi, one))),
            })
          }
        />
      }
    >
      {[HANDLED, INDEX].map((kpi) => (
        <Rule key={kpi} kpi={kpi} period={period} kpis={kpis} target={targetOf(kpi)} zone={zone} />
      ))}
    </Panel>
  );
}

function Rule({
  kpi,
  period,
  kpis,
  target,
  zone,
}: {
  readonly kpi: string;
  readonly period: Period;
  readonly kpis: KpiCells;
  readonly target: Target | null;
  readonly zone: string;
}): ReactNode {
  const words = useWords();
  const cell = kpis.cell(kpi, period);
  const known = knownOf(cell);
  const aim = known?.target?.value ?? target?.value ?? null;
  const value = known?.value ?? null;
  const abnormal = value !== null && aim !== null && levelOfGap(value - aim) !== 'normal';
  const denominator = known?.denominator ?? null;
  const of = kpi === INDEX ? words.onTime.index : words.onTime.handled;
  return (
    <div className="rule">
      <div className="rule-head">
        <Figure cell={cell} kind="share" size="far-3" zone={zone} />
        <span className="label nowrap">
          {aim === null ? words.noTarget : words.target(shareText(aim, words.locale, 0))}
        </span>
      </div>
      {value === null ? null : <Bullet share={value} tick={aim} abnormal={abnormal} />}
      <div className="note clip">
        {denominator === null || denominator === 0
          ? words.onTime.noneHandled
          : of(numberText(denominator, words.locale), words.periods[period])}
      </div>
      {abnormal ? (
        <Gap
          cell={known}
          reference={aim}
          against="target"
          tail={kpi === INDEX ? words.onTime.indexRule : ''}
          zone={zone}
        />
      ) : null}
    </div>
  );
}
