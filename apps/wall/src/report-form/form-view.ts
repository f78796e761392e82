import type { ExportedCell, ExportedView } from '@flagtower/charts';

import type { Stamped } from '../exporting/export-stamp.ts';
import { formGroups } from './form-columns.ts';
import { checkText, remainderText, type FormLine } from './form-rows.ts';
import { formWords } from './form-words.ts';

const columns = formGroups.flatMap(({ group, columns: own }) => own.map((figure) => ({ group, figure })));

/** The form as a table of figures, for a file: one header row, in which each column carries its group's name. */
export function formView(
  stamp: Stamped,
  title: string,
  lines: readonly FormLine[],
  nameOf: (line: FormLine) => string,
): ExportedView {
  const words = formWords[stamp.language];
  return {
    ...stamp,
    name: 'report-form',
    title,
    unit: words.measured,
    source: words.source,
    columns: [
      { name: words.unit, kind: 'text' },
      ...columns.map(({ group, figure }) => ({
        name: `${words.groups[group]}: ${words.columns[figure]}`,
        kind: 'number' as const,
      })),
      { name: words.check, kind: 'text' },
      { name: words.beside, kind: 'text' },
    ],
    rows: lines.map((line): ExportedCell[] => [
      nameOf(line),
      ...columns.map(({ figure }) => line.figures[figure]),
      checkText(line, stamp.language).long,
      remainderText(line, stamp.language),
    ]),
  };
}
