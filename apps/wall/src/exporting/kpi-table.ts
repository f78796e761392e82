import { calendarDayText, numberText, shareText, type ExportedCell, type ExportedView } from '@flagtower/charts';
import type { Cut, KpiCell } from '@flagtower/contracts';

import { knownOf, type Cell } from '../cells/cell.ts';
import type { Words } from '../words/words.ts';
import type { ExportStamp } from './export-stamp.ts';

interface KpiTable {
  readonly name: string;
  readonly title: string;
  readonly cut: Cut | null;
  readonly cells: readonly Cell<KpiCell>[];
}

/** The figures of a card with everything beside them. Cells that never came are no rows. */
export function kpiTable(words: Words, stamp: ExportStamp, { name, title, cut, cells }: KpiTable): ExportedView {
  const { exporting } = words;
  const known = cells.flatMap((cell) => knownOf(cell) ?? []);
  const sources = [...new Set(known.flatMap(({ source }) => source))];
  const text = { kind: 'text' } as const;
  return {
    ...stamp(cut, known[0]?.freshness ?? null, sources),
    name,
    title,
    unit: [...new Set(known.map((cell) => unitName(cell, words)))].join(', '),
    columns: [
      { name: exporting.figure, ...text },
      { name: exporting.period, ...text },
      { name: exporting.value, kind: 'number', ...(known.every(isShare) ? { kind: 'share', digits: 2 } : {}) },
      { name: exporting.unit, ...text },
      { name: exporting.usual, ...text },
      { name: exporting.target, ...text },
      { name: exporting.state, ...text },
    ],
    rows: known.map((cell) => kpiRow(cell, words)),
  };
}

function isShare({ unitOfMeasure, denominator }: KpiCell): boolean {
  return unitOfMeasure === '1' || denominator !== null;
}

function unitName(cell: KpiCell, words: Words): string {
  if (isShare(cell)) return '%';
  return cell.unitOfMeasure === '{dossier}' ? words.dossierUnit : cell.unitOfMeasure;
}

function kpiRow(cell: KpiCell, words: Words): ExportedCell[] {
  const write = (value: number): string =>
    isShare(cell) ? shareText(value, words.locale) : numberText(value, words.locale);
  return [
    words.kpis[cell.kpi] ?? cell.kpi,
    words.periods[cell.period],
    cell.value,
    unitName(cell, words),
    cell.usual === null ? null : `${write(cell.usual.value)} (${calendarDayText(cell.usual.of)})`,
    cell.target === null ? null : `${write(cell.target.value)} (${calendarDayText(cell.target.by)})`,
    words.freshness.states[cell.freshness.state],
  ];
}
