import { z } from 'zod';

/**
 * What the ledger counts. Flows only grow; states go up by an entered and down by a left fact, so that their value at T
 * is the sum of the facts up to T.
 */
export const flowSchema = z.enum([
  'received',
  'received-online',
  'received-at-home',
  'handled',
  'handled-early',
  /** At or before the due moment; early ones included. */
  'handled-on-time',
  'handled-late',
  'handled-no-due',
  'withdrawn',
  'refused',
  'reopened',
  'transferred-in',
  'transferred-out',
  'activity',
  /** Handled before received, says the source: kept, counted, and told. */
  'ends-before-start',
  /** Handled although nobody told us of the receipt. */
  'handled-unreceived',
  /** Handled, not withdrawn, and with a financial obligation. */
  'payment-asked',
  /** Of those, settled online when the handling ended. */
  'paid-online',
  /** Handled, not withdrawn, and the source says what the result is. */
  'result-told',
  /** Of those, a valid electronic result. */
  'result-digital',
]);
export const stateSchema = z.enum(['open', 'paused', 'overdue', 'near-due', 'open-no-due']);
export const measureSchema = z.enum([...flowSchema.options, ...stateSchema.options]);
export type Flow = z.infer<typeof flowSchema>;
export type State = z.infer<typeof stateSchema>;
export type Measure = z.infer<typeof measureSchema>;
