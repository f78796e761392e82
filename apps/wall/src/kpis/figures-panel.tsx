import type { KpiDefinition } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import type { KpiCells } from '../cells/use-cells.ts';
import { KpiExport } from '../exporting/kpi-export.tsx';
import { Panel } from '../look/panel.tsx';
import { FigureCard } from './figure-card.tsx';
import { shownCell } from './shown-cell.ts';

import './figures-panel.css';

interface FiguresPanelProps {
  readonly title: string;
  readonly measured: string;
  /** In place of figures where the catalogue has none. */
  readonly none: string;
  readonly definitions: readonly KpiDefinition[];
  /** Ids of those that stand large, in their order. */
  readonly leads: readonly string[];
  readonly kpis: KpiCells;
  readonly zone: string;
  /** Whose trend is shown. */
  readonly chosen: string | null;
  readonly onChoose: (kpi: string) => void;
}

/** Every live figure of a center: the few that matter most can be read from across the room, the others are a list below them. */
export function FiguresPanel(props: FiguresPanelProps): ReactNode {
  const { title, measured, none, definitions, leads, kpis, zone, chosen, onChoose } = props;
  const shown = definitions.map((definition) => ({ definition, ...shownCell(definition, kpis) }));
  const large = leads.flatMap((lead) => shown.find(({ definition }) => definition.id === lead) ?? []);
  const small = shown.filter(({ definition }) => !leads.includes(definition.id));
  const lists = [
    { className: 'figure-leads', figures: large, isLead: true },
    { className: 'figure-rows', figures: small, isLead: false },
  ];
  return (
    <Panel
      area="figures"
      name={title}
      title={title}
      measured={measured}
      menu={<KpiExport name="center" title={title} cut={kpis.cut} cells={shown.map(({ cell }) => cell)} />}
    >
      {shown.length === 0 ? <p className="label">{none}</p> : null}
      {lists.map(({ className, figures, isLead }) =>
        figures.length === 0 ? null : (
          <ul key={className} className={className}>
            {figures.map((figure) => (
              <FigureCard
                key={figure.definition.id}
                shown={figure}
                isLead={isLead}
                isChosen={figure.definition.id === chosen}
                zone={zone}
                onChoose={onChoose}
              />
            ))}
          </ul>
        ),
      )}
    </Panel>
  );
}
