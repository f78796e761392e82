import { numberText, shareText } from '@flagtower/charts';
import type { KpiCell, Period, Target } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { knownOf, type Cell } from '../cells/cell.ts';
import type { KpiCells } from '../cells/use-cells.ts';
import { KpiExport } from '../exporting/kpi-export.tsx';
import { useFreshness } from '../freshness/use-freshness.ts';
import { Bullet } from '../look/bullet.tsx';
import { Panel } from '../look/panel.tsx';
import { useWords } from '../words/language.tsx';
import type { Words } from '../words/words.ts';
import { Age } from './age.tsx';
import { Figure } from './figure.tsx';
import { Gap } from './gap.tsx';
import { levelOfGap } from './level-of-gap.ts';
import { ShareInAll } from './share-in-all.tsx';

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
        <KpiExport
          name="on-time"
          title={words.onTime.title}
          cut={kpis.cut}
          cells={[HANDLED, INDEX].flatMap((kpi) => PERIODS.map((one) => kpis.cell(kpi, one)))}
        />
      }
    >
      <Rule kpi={HANDLED} cell={kpis.cell(HANDLED, period)} target={targetOf(HANDLED)} zone={zone}>
        <ShareInAll cell={kpis.cell(HANDLED, 'all')} />
      </Rule>
      <Rule kpi={INDEX} cell={kpis.cell(INDEX, period)} target={targetOf(INDEX)} zone={zone}>
        <ShareInAll cell={kpis.cell(INDEX, 'all')} />
      </Rule>
    </Panel>
  );
}

function Rule({
  kpi,
  cell,
  target,
  zone,
  children,
}: {
  readonly kpi: string;
  readonly cell: Cell<KpiCell>;
  readonly target: Target | null;
  readonly zone: string;
  /** Further words below those on the denominator. */
  readonly children?: ReactNode;
}): ReactNode {
  const words = useWords();
  const known = knownOf(cell);
  const aim = known?.target?.value ?? target?.value ?? null;
  const value = known?.value ?? null;
  const { state } = useFreshness(known?.freshness ?? null);
  const isBehind = value !== null && aim !== null && levelOfGap(value - aim) !== 'normal';
  return (
    <div className="rule" data-state={state}>
      <div className="rule-head">
        <Figure cell={cell} kind="share" size="far-3" zone={zone} />
        <span className="label nowrap">
          {aim === null ? words.noTarget : words.target(shareText(aim, words.locale, 0))}
        </span>
      </div>
      {value === null ? null : <Bullet share={value} tick={aim} abnormal={isBehind} />}
      <div className="note clip">{denominatorText(kpi, known, words)}</div>
      {children}
      {isBehind ? <Gap cell={known} reference={aim} against="target" tail={tailOf(kpi, words)} zone={zone} /> : null}
    </div>
  );
}

/** A rate without what it is a rate of says nothing. */
function denominatorText(kpi: string, cell: KpiCell | null, { onTime, periods, locale }: Words): string {
  // Of a rate that nobody told nothing is known, not even that none was handled.
  if (cell === null || cell.freshness.state === 'none') return '';
  if (cell.denominator === null || cell.denominator === 0)
    return kpi === INDEX ? onTime.noneReceived : onTime.noneHandled;
  const of = kpi === INDEX ? onTime.index : onTime.handled;
  return of(numberText(cell.denominator, locale), periods[cell.period]);
}

function tailOf(kpi: string, { onTime }: Words): string {
  return kpi === INDEX ? onTime.indexRule : '';
}
