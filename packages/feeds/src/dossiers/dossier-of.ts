import { dossierText } from './code-text.ts';
import type { Slots } from './mapped-field.ts';
import type { RowNotes, RowPlan } from './row-plan.ts';
import { noteCleaned } from './row-values.ts';

/** The case that a row speaks of; `null` and a problem where it does not say. */
export function dossierOf(plan: RowPlan, row: Slots, notes: RowNotes): string | null {
  const id = plan.text('dossier', row, notes);
  const clean = id === null ? '' : noteCleaned(id, dossierText(id), notes);
  if (clean !== '') return clean;
  const place = plan.placeOf('dossier');
  notes.problems.push({ reason: 'bad-identity', place, remedy: `Fill in the case id in column “${place}”` });
  return null;
}
