import {
  calendarDayText,
  measureWord,
  numberText,
  shareText,
  type ExportedCell,
  type ExportedView,
} from '@flagtower/charts';
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
  const areShares = known.length > 0 && known.every(isShare);
  return {
    ...stamp(cut, known[0]?.freshness ?? null, sources),
    name,
    title,
    unit: [...new Set(known.map((cell) => unitName(cell, words)))].join(', '),
    columns: [
      { name: exporting.figure, ...text },
      { name: exporting.period, ...text },
      {
        name: exporting.value,
        ...(areShares ? ({ kind: 'share', digits: 2 } as const) : ({ kind: 'number' } as const)),
      },
      { name: exporting.unit, ...text },
      { name: exporting.usual, ...text },
      { name: exporting.target, ...text },
      { name: exporting.state, ...text },
    ],
    rows: known.map((cell) => kpiRow(cell, areShares, words)),
  };
}

/** A mean has a denominator too: only the unit of measure says what is a share. */
function isShare({ unitOfMeasure }: KpiCell): boolean {
  return unitOfMeasure === '1';
}

function unitName({ unitOfMeasure }: KpiCell, words: Words): string {
  return unitOfMeasure === '{dossier}' ? words.dossierUnit : measureWord(unitOfMeasure, words.locale);
}

/** Where not all are shares the column cannot say so for its rows: a share is written there in per cent, as its unit says. */
function valueOf(cell: KpiCell, columnIsShare: boolean): number | null {
  if (cell.value === null || columnIsShare || !isShare(cell)) return cell.value;
  return Math.round(cell.value * 10_000) / 100;
}

function kpiRow(cell: KpiCell, columnIsShare: boolean, words: Words): ExportedCell[] {
  const write = (value: number): string =>
    isShare(cell) ? shareText(value, words.locale) : numberText(value, words.locale, Number.isInteger(value) ? 0 : 1);
  return [
    words.kpis[cell.kpi] ?? cell.kpi,
    words.periods[cell.period],
    valueOf(cell, columnIsShare),
    unitName(cell, words),
    cell.usual === null ? null : `${write(cell.usual.value)} (${calendarDayText(cell.usual.of)})`,
    cell.target === null ? null : `${write(cell.target.value)} (${calendarDayText(cell.target.by)})`,
    words.freshness.states[cell.freshness.state],
  ];
}
