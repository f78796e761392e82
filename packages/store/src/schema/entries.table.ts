import { sql } from 'drizzle-orm';
import { bigint, index, integer, pgTable, smallint, text, unique, uuid } from 'drizzle-orm/pg-core';

import { moment } from './moment.ts';

/** Combinations that facts are counted in; a dictionary, so that an entry is small. `''`: nobody told. */
export const cells = pgTable(
  'cells',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    ledgerId: smallint().notNull(),
    caseKind: text().notNull(),
    sourceId: text().notNull(),
    unit: text().notNull(),
    procedure: text().notNull(),
    channel: text().notNull(),
  },
  (table) => [
    unique('cells_once').on(table.ledgerId, table.caseKind, table.sourceId, table.unit, table.procedure, table.channel),
  ],
);

/** Signed changes of dated facts, append-only: a balance at any `at` and `known` is a sum of these. */
export const entries = pgTable(
  'entries',
  {
    ledgerId: smallint().notNull(),
    /** The commit order of the record that brought it. */
    seq: bigint({ mode: 'number' }).notNull(),
    effectiveAt: moment().notNull(),
    cell: integer().notNull(),
    /** Position in `measureCodes`. */
    measure: smallint().notNull(),
    delta: smallint().notNull(),
    dossier: uuid().notNull(),
    /** Elapsed handling time, only on `handled`. */
    handlingMs: bigint({ mode: 'number' }),
    /** The receipt's moment, only on cohort measures. */
    cohortAt: moment(),
  },
  (table) => [
    index('entries_by_seq').on(table.ledgerId, table.seq),
    // For quantiles, which no balance can tell: the times in the order of the clock, and all that they are counted by.
    index('entries_handled')
      .on(table.ledgerId, table.effectiveAt, table.handlingMs, table.cell, table.seq, table.delta)
      .where(sql`handling_ms is not null`),
    // A city's day that no balance has whole is thousands of entries all over the table: what a sum needs is in the index.
    index('entries_by_time').on(table.ledgerId, table.measure, table.effectiveAt, table.seq, table.cell, table.delta),
    // A unit or a procedure is a few cells: all that a sum needs is in the index, and the table need not be read.
    index('entries_by_cell').on(table.cell, table.measure, table.effectiveAt, table.seq, table.delta, table.handlingMs),
    // Few: what is late or without a due moment, and what would be if nothing more happened. All that a sum needs is in it.
    index('entries_by_cohort')
      .on(table.ledgerId, table.measure, table.cohortAt, table.effectiveAt, table.cell, table.seq, table.delta)
      .where(sql`cohort_at is not null`),
    // What is booked of cohorts for later than a moment: read from that moment on, not through all receipts before it.
    index('entries_cohort_to_come')
      .on(table.ledgerId, table.measure, table.effectiveAt, table.cohortAt, table.cell, table.seq, table.delta)
      .where(sql`cohort_at is not null`),
  ],
);
