import { numberText, shareText, shortNumberText } from '@flagtower/charts';
import type { ReactNode } from 'react';

import { knownOf } from '../cells/cell.ts';
import type { KpiCells } from '../cells/use-cells.ts';
import { ExportMenu } from '../exporting/export-menu.tsx';
import { kpiTable } from '../exporting/kpi-table.ts';
import { Panel } from '../look/panel.tsx';
import { useWords } from '../words/language.tsx';
import { Age } from './age.tsx';
import { Figure } from './figure.tsx';
import { flowTitle } from './flow-title.ts';

const KPIS = [
  'dossiers.received',
  'dossiers.handled',
  'dossiers.open',
  'dossiers.paused',
  'dossiers.overdue',
  'dossiers.near-due',
];

/** What went out today, what is still in, and what is too long in: each with the figure that it must be read beside. */
export function FlowCard({ kpis, zone }: { readonly kpis: KpiCells; readonly zone: string }): ReactNode {
  const words = useWords();
  const { locale } = words;
  const handled = kpis.cell('dossiers.handled', 'today');
  const open = kpis.cell('dossiers.open', 'now');
  const overdue = kpis.cell('dossiers.overdue', 'now');
  const value = (kpi: string, period: 'now' | 'all' | 'today'): number | null =>
    knownOf(kpis.cell(kpi, period))?.value ?? null;
  const text = (number: number | null, write: (text: string) => string): string =>
    number === null ? '' : write(numberText(number, locale));
  const openCount = value('dossiers.open', 'now');
  const overdueCount = value('dossiers.overdue', 'now');
  const handledInAll = value('dossiers.handled', 'all');
  const movement = {
    received: value('dossiers.received', 'today'),
    handled: value('dossiers.handled', 'today'),
  };
  return (
    <Panel
      area="flow"
      name={words.flow.title}
      title={flowTitle(movement, words)}
      measured={words.flow.measured}
      aside={<Age freshness={knownOf(open)?.freshness ?? null} source={null} />}
      menu={
        <ExportMenu
          title={words.flow.title}
          view={(stamp) =>
            kpiTable(words, stamp, {
              name: 'flow',
              title: words.flow.title,
              cut: kpis.cut,
              cells: KPIS.flatMap((kpi) =>
                (['now', 'hour', 'today', 'month', 'year', 'all'] as const).map((period) => kpis.cell(kpi, period)),
              ),
            })
          }
        />
      }
    >
      <div className="numbers">
        <div>
          <Figure cell={handled} kind="count" size="mid" zone={zone} short />
          <span className="label">{words.flow.handled}</span>
          <span className="note">
            {handledInAll === null ? '' : words.flow.inAll(shortNumberText(handledInAll, locale))}
          </span>
        </div>
        <div>
          <Figure cell={open} kind="count" size="mid" zone={zone} short />
          <span className="label">{words.flow.open}</span>
          <span className="note">{text(value('dossiers.paused', 'now'), words.flow.paused)}</span>
        </div>
        <div>
          <Figure cell={overdue} kind="count" size="mid" zone={zone} short />
          <span className="label">
            {words.flow.overdue}
            {openCount === null || overdueCount === null || openCount === 0
              ? ''
              : ` · ${shareText(overdueCount / openCount, locale)}`}
          </span>
          <span className="note">{text(value('dossiers.near-due', 'now'), words.flow.nearDue)}</span>
        </div>
      </div>
    </Panel>
  );
}
