import {
  paymentSchema,
  ratingSchema,
  resultFormSchema,
  type Payment,
  type Rating,
  type ResultForm,
} from '@flagtower/contracts';
import type { z } from 'zod';

import { toldMoment } from '../times/moment.ts';
import { codeText } from './code-text.ts';
import type { Slots } from './mapped-field.ts';
import type { RowNotes, RowPlan, ValueName } from './row-plan.ts';

/** The values of a record as a draft: codes that the schema has not seen yet. */
export interface ValuesDraft {
  unit?: string;
  procedure?: string;
  channel?: string;
  due?: { at: string; precision: 'instant' | 'minute' | 'day' };
  payment?: Payment;
  result?: ResultForm;
  rating?: Rating;
}

/** Reads those of the values that `wanted` asks for; what the row does not tell is left out. */
export function rowValues(
  plan: RowPlan,
  row: Slots,
  notes: RowNotes,
  wanted: (name: ValueName) => boolean,
): ValuesDraft {
  const values: ValuesDraft = {};
  for (const name of ['unit', 'procedure', 'channel'] as const) {
    const word = wanted(name) ? plan.text(name, row, notes) : null;
    if (word !== null) values[name] = noteCleaned(word, codeText(word), notes);
  }
  const due = wanted('due') ? plan.moment('due', row, 'end', notes) : null;
  if (due !== null) values.due = toldMoment(due);
  const payment = wanted('payment') ? listed(plan.text('payment', row, notes), paymentSchema, 'payment', notes) : null;
  if (payment !== null) values.payment = payment;
  const result = wanted('result') ? listed(plan.text('result', row, notes), resultFormSchema, 'result', notes) : null;
  if (result !== null) values.result = result;
  const rating = wanted('rating') ? listed(plan.text('rating', row, notes), ratingSchema, 'rating', notes) : null;
  if (rating !== null) values.rating = rating;
  return values;
}

/** A word of a closed list; another one says nothing of it and is told, but the row still counts. */
function listed<Word extends string>(
  word: string | null,
  list: z.ZodType<Word>,
  name: 'payment' | 'result' | 'rating',
  notes: RowNotes,
): Word | null {
  if (word === null) return null;
  const known = list.safeParse(word);
  if (!known.success) notes.remarks.push(`${name}-not-understood`);
  return known.success ? known.data : null;
}

/** @returns `clean`; tells when it is not what the source wrote */
export function noteCleaned(word: string, clean: string, notes: RowNotes): string {
  if (clean !== word) notes.remarks.push('code-cleaned');
  return clean;
}
