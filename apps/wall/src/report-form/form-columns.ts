import { formFigureSchema, type FormFigure } from '@flagtower/contracts';

/** The groups of the form's first header row, with their columns in the form's order. */
export const formGroups = [
  {
    group: 'received',
    columns: [
      'received',
      'carried-over',
      'received-in-period',
      'received-online',
      'received-in-person',
      'received-post',
    ],
  },
  { group: 'handled', columns: ['handled', 'handled-early', 'handled-on-time', 'handled-late'] },
  { group: 'in-progress', columns: ['in-progress', 'in-progress-within', 'in-progress-overdue'] },
  { group: 'paused', columns: ['paused', 'paused-within', 'paused-overdue'] },
] as const satisfies readonly { readonly group: FormFigure; readonly columns: readonly FormFigure[] }[];

export type FormGroup = (typeof formGroups)[number]['group'];

/** Number of a column on the form, from 1. */
export function columnNumber(figure: FormFigure): number {
  return formFigureSchema.options.indexOf(figure) + 1;
}

/** Columns of things that should not be: coloured where they are not 0. */
export const lateColumns: ReadonlySet<FormFigure> = new Set(['handled-late', 'in-progress-overdue', 'paused-overdue']);
