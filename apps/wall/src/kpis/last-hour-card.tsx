import { numberText, signedText } from '@flagtower/charts';
import type { KpiCell } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { knownOf } from '../cells/cell.ts';
import type { KpiCells } from '../cells/use-cells.ts';
import { KpiExport } from '../exporting/kpi-export.tsx';
import { FreshList } from '../freshness/fresh-list.tsx';
import { RowValue } from '../freshness/row-value.tsx';
import { Panel } from '../look/panel.tsx';
import { useWords } from '../words/language.tsx';
import type { Words } from '../words/words.ts';
import { Age } from './age.tsx';

/** Flows that a leader asks about first; those that the service does not tell are left out, not drawn as zero. */
const FLOWS = [
  'dossiers.received',
  'dossiers.received-online',
  'dossiers.handled',
  'dossiers.handled-late',
  'dossiers.withdrawn',
  'dossiers.refused',
  'dossiers.reopened',
];

/** Changes of the last hour, each beside what this hour usually brings. */
export function LastHourCard({ kpis, rows }: { readonly kpis: KpiCells; readonly rows: number }): ReactNode {
  const words = useWords();
  const cells = FLOWS.map((kpi) => kpis.cell(kpi, 'hour'));
  const known = cells.flatMap((cell) => knownOf(cell) ?? []).filter(({ value }) => value !== null);
  return (
    <Panel
      area="last-hour"
      name={words.lastHour.title}
      title={lastHourTitle(known, words)}
      measured={words.lastHour.measured}
      aside={<Age freshness={known[0]?.freshness ?? null} source={null} />}
      menu={<KpiExport name="last-hour" title={words.lastHour.title} cut={kpis.cut} cells={cells} />}
    >
      {known.length === 0 ? (
        <p className="label">{words.lastHour.none}</p>
      ) : (
        <FreshList of={known}>
          <ul className="hour-rows">
            {known.slice(0, rows).map((cell) => (
              <HourRow key={cell.kpi} cell={cell} words={words} />
            ))}
          </ul>
        </FreshList>
      )}
    </Panel>
  );
}

function HourRow({ cell, words }: { readonly cell: KpiCell; readonly words: Words }): ReactNode {
  const { value, usual } = cell;
  return (
    <li className="hour-row">
      <span className="clip">{words.kpis[cell.kpi] ?? cell.kpi}</span>
      <RowValue freshness={cell.freshness}>{value === null ? '—' : numberText(value, words.locale)}</RowValue>
      <span className="note hour-gap">
        {value === null || usual === null ? '' : signedText(value - usual.value, words.locale)}
      </span>
      <span className="note hour-usual">
        {usual === null ? '' : words.lastHour.usual(numberText(usual.value, words.locale))}
      </span>
    </li>
  );
}

/** Names what came in and what went out, when both are known. */
export function lastHourTitle(
  cells: readonly Pick<KpiCell, 'kpi' | 'value'>[],
  { lastHour, locale }: Pick<Words, 'lastHour' | 'locale'>,
): string {
  const value = (kpi: string): number | null => cells.find((cell) => cell.kpi === kpi)?.value ?? null;
  const received = value('dossiers.received');
  const handled = value('dossiers.handled');
  if (received === null || handled === null) return lastHour.title;
  return lastHour.message(numberText(received, locale), numberText(handled, locale));
}
