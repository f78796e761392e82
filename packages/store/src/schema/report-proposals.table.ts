import { sql } from 'drizzle-orm';
import { bigint, date, doublePrecision, index, pgTable, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';

import { moment } from './moment.ts';

/** Figures that somebody stated: waiting for a second person, or decided. Approved ones have a record in the ledger. */
export const reportProposals = pgTable(
  'report_proposals',
  {
    id: uuid().primaryKey(),
    ledgerId: smallint().notNull(),
    indicator: text().notNull(),
    unit: text().notNull(),
    periodFrom: date({ mode: 'string' }).notNull(),
    periodTo: date({ mode: 'string' }).notNull(),
    /** `null`: stated to be unknown. Never 0 in its place. */
    value: doublePrecision(),
    /** contracts' `Bound`; `null`: exactly this value. */
    bound: text(),
    unitOfMeasure: text().notNull(),
    statedBy: text().notNull(),
    author: uuid().notNull(),
    proposedAt: moment().notNull(),
    /** contracts' `ReportProposal.state`. */
    state: text().notNull(),
    decidedBy: uuid(),
    decidedAt: moment(),
    reason: text(),
    /** The record of an approved one; `null`: not approved. */
    seq: bigint({ mode: 'number' }),
    version: bigint({ mode: 'number' }),
  },
  (table) => [
    index('report_proposals_by_state').on(table.ledgerId, table.state, table.proposedAt),
    uniqueIndex('report_proposals_by_record')
      .on(table.ledgerId, table.seq)
      .where(sql`seq is not null`),
  ],
);
