import { shareText, shortNumberText, type Language } from '@flagtower/charts';
import { periodSchema, type KpiCell, type Period } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { knownOf, type Cell } from '../cells/cell.ts';
import type { KpiCells } from '../cells/use-cells.ts';
import { KpiExport } from '../exporting/kpi-export.tsx';
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
  const value = (kpi: string, period: Period): number | null => knownOf(kpis.cell(kpi, period))?.value ?? null;
  const movement = { received: value('dossiers.received', 'today'), handled: value('dossiers.handled', 'today') };
  const open = kpis.cell('dossiers.open', 'now');
  const share = shareOf(value('dossiers.overdue', 'now'), value('dossiers.open', 'now'));
  const { flow, locale } = words;
  return (
    <Panel
      area="flow"
      name={flow.title}
      title={flowTitle(movement, words)}
      measured={flow.measured}
      aside={<Age freshness={knownOf(open)?.freshness ?? null} source={null} />}
      menu={
        <KpiExport
          name="flow"
          title={flow.title}
          cut={kpis.cut}
          cells={KPIS.flatMap((kpi) => periodSchema.options.map((period) => kpis.cell(kpi, period)))}
        />
      }
    >
      <div className="numbers">
        <Stock
          cell={kpis.cell('dossiers.handled', 'today')}
          name={flow.handled}
          note={noteText(value('dossiers.handled', 'all'), flow.inAll, locale)}
          zone={zone}
        />
        <Stock
          cell={open}
          name={flow.open}
          note={noteText(value('dossiers.paused', 'now'), flow.paused, locale)}
          zone={zone}
        />
        <Stock
          cell={kpis.cell('dossiers.overdue', 'now')}
          name={share === null ? flow.overdue : `${flow.overdue} · ${shareText(share, locale)}`}
          note={noteText(value('dossiers.near-due', 'now'), flow.nearDue, locale)}
          zone={zone}
        />
      </div>
    </Panel>
  );
}

function Stock({
  cell,
  name,
  note,
  zone,
}: {
  readonly cell: Cell<KpiCell>;
  readonly name: string;
  /** The figure that it must be read beside. */
  readonly note: string;
  readonly zone: string;
}): ReactNode {
  return (
    <div>
      <Figure cell={cell} kind="count" size="mid" zone={zone} short />
      <span className="label">{name}</span>
      <span className="note">{note}</span>
    </div>
  );
}

function noteText(value: number | null, write: (text: string) => string, locale: Language): string {
  return value === null ? '' : write(shortNumberText(value, locale));
}

function shareOf(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole === 0 ? null : part / whole;
}
