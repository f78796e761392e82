import { calendarDayText, type ExportedColumn, type ExportedView, type Language } from '@flagtower/charts';
import type { ProgrammeRow } from '@flagtower/contracts';

import type { ProgrammeAnswer } from './programme-requests.ts';
import { programmeWords } from './programme-words.ts';
import { asOfText, fromText, gapText, paceText, targetText, valueText } from './row-text.ts';

const names = [
  'programme',
  'figure',
  'unit',
  'value',
  'asOf',
  'from',
  'target',
  'by',
  'pace',
  'gap',
  'projected',
  'state',
  'basis',
] as const;

/** The rows on the screen as a table: texts, because a bound and a unit belong to a value. */
export function programmeTable(
  { programmes }: Pick<ProgrammeAnswer, 'programmes'>,
  rows: readonly ProgrammeRow[],
  {
    language,
    zone,
    nameOf,
  }: { readonly language: Language; readonly zone: string; readonly nameOf: (id: string) => string },
): Pick<ExportedView, 'columns' | 'rows'> {
  const words = programmeWords[language];
  const columns = names.map((name): ExportedColumn => ({ name: words.exported[name], kind: 'text' }));
  return {
    columns,
    rows: rows.map((row) => {
      const { target, unitOfMeasure, pace, gap, projected, state } = row;
      const programme = programmes.find(({ id }) => id === target?.programme);
      return [
        programme?.names[language] ?? null,
        row.names[language],
        row.unitNames[language],
        valueText(row, language),
        asOfText(row, zone, language),
        fromText(row, language, nameOf),
        target === null ? null : targetText(target, unitOfMeasure, language),
        target === null ? null : calendarDayText(target.by),
        pace === null ? null : paceText(pace, unitOfMeasure, language),
        gap === null ? null : gapText(gap, unitOfMeasure, language),
        projected === null ? null : calendarDayText(projected),
        state === null ? null : words.states[state],
        programme?.basis[language] ?? null,
      ];
    }),
  };
}
