import { z } from 'zod';

/**
 * What the ledger counts. Flows only grow; states go up by an entered and down by a left fact, so that their value at T
 * is the sum of the facts up to T. Cohorts are states of the dossiers that were received in a period: their facts belong
 * to the receipt's moment and cell, wherever and whenever they became true.
 */
export const flowSchema = z.enum([
  'received',
  'received-online',
  'received-at-home',
  'received-post',
  /** No source told how it was sent. */
  'received-no-channel',
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
  /** Handled before the receipt that was told for later: the other half of `ends-before-start`. */
  'handled-before-receipt',
  /** Handled, not withdrawn, and rated by whoever asked: counted once, with the last end. */
  'rated',
  /** Of those, satisfied. */
  'rated-satisfied',
]);
export const stateSchema = z.enum([
  'open',
  'paused',
  'overdue',
  'near-due',
  'open-no-due',
  'paused-overdue',
  'paused-no-due',
]);
/** Of the dossiers received in a period: those that are late (overdue, or ended late), and those without a due moment. */
export const cohortSchema = z.enum(['cohort-late', 'cohort-no-due']);
export const measureSchema = z.enum([...flowSchema.options, ...stateSchema.options, ...cohortSchema.options]);
export type Flow = z.infer<typeof flowSchema>;
export type State = z.infer<typeof stateSchema>;
export type Cohort = z.infer<typeof cohortSchema>;
export type Measure = z.infer<typeof measureSchema>;
