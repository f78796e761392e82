import { bigint, index, jsonb, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core';

import { moment } from './moment.ts';

/** What people did about incidents. Append-only, and in the ledger's own order: what was known when somebody acted can be told. */
export const incidentDeeds = pgTable(
  'incident_deeds',
  {
    ledgerId: smallint().notNull(),
    seq: bigint({ mode: 'number' }).notNull(),
    recordedAt: moment().notNull(),
    /** An id of the incident as it was then. */
    incident: text().notNull(),
    /** contracts' `DeedName`. */
    deed: text().notNull(),
    account: uuid().notNull(),
    /** Why, in the person's own words. */
    reason: text().notNull(),
    /** Of `raise` alone: kind, severity, place and point. */
    raised: jsonb(),
  },
  (table) => [
    primaryKey({ columns: [table.ledgerId, table.seq] }),
    index('incident_deeds_by_incident').on(table.ledgerId, table.incident),
  ],
);
