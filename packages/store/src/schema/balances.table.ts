import { sql } from 'drizzle-orm';
import { check, integer, pgTable, primaryKey, smallint, text, unique } from 'drizzle-orm/pg-core';

/**
 * What balances are kept for. `grain` is `total` (by channel), `unit` (by unit and channel) or `procedure` (by procedure);
 * a dimension outside the grain is `''`. Never one fine cube: it hardly compresses.
 */
export const slices = pgTable(
  'slices',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    ledgerId: smallint().notNull(),
    grain: text().notNull(),
    caseKind: text().notNull(),
    sourceId: text().notNull(),
    unit: text().notNull(),
    procedure: text().notNull(),
    channel: text().notNull(),
  },
  (table) => [
    unique('slices_once').on(
      table.ledgerId,
      table.grain,
      table.caseKind,
      table.sourceId,
      table.unit,
      table.procedure,
      table.channel,
    ),
    check('slices_grain', sql`grain in ('total', 'unit', 'procedure')`),
  ],
);

/**
 * Sums of entries by the zone's month (level 0) and day (1) and, of totals, by UTC hour (2); written in the records' own
 * transaction. A column a measure, since a dossier moves several at once; `null`: no entry of it there. A new measure is a
 * new column at the end. Cohort measures are in the buckets of the receipt, whenever they became true.
 */
export const balances = pgTable(
  'balances',
  {
    slice: integer().notNull(),
    level: smallint().notNull(),
    bucket: integer().notNull(),
    received: integer(),
    receivedOnline: integer(),
    receivedAtHome: integer(),
    handled: integer(),
    handledEarly: integer(),
    handledOnTime: integer(),
    handledLate: integer(),
    handledNoDue: integer(),
    withdrawn: integer(),
    refused: integer(),
    reopened: integer(),
    transferredIn: integer(),
    transferredOut: integer(),
    activity: integer(),
    endsBeforeStart: integer(),
    handledUnreceived: integer(),
    open: integer(),
    paused: integer(),
    overdue: integer(),
    nearDue: integer(),
    openNoDue: integer(),
    paymentAsked: integer(),
    paidOnline: integer(),
    resultTold: integer(),
    resultDigital: integer(),
    receivedPost: integer(),
    receivedNoChannel: integer(),
    handledBeforeReceipt: integer(),
    pausedOverdue: integer(),
    pausedNoDue: integer(),
    cohortLate: integer(),
    cohortNoDue: integer(),
    rated: integer(),
    ratedSatisfied: integer(),
  },
  (table) => [primaryKey({ columns: [table.slice, table.level, table.bucket] })],
);
