import { bigint, index, jsonb, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core';

import { moment } from './moment.ts';

/** Where each dossier stands: the claims that the next fold starts from, and what lists show. Derived from the records. */
export const heads = pgTable(
  'heads',
  {
    ledgerId: smallint().notNull(),
    dossier: uuid().notNull(),
    namespace: text().notNull(),
    code: text().notNull(),
    caseKind: text().notNull(),
    sourceId: text().notNull(),
    /** domain's `Claim[]` that stand. */
    claims: jsonb().notNull(),
    standing: text().notNull(),
    /** Key of domain's geography, where it was when something was told last. */
    unit: text(),
    procedure: text(),
    channel: text(),
    receivedAt: moment(),
    dueAt: moment(),
    /** As told (`instant`, `minute`, `day`), or `computed` by a rule because nobody told it. */
    duePrecision: text(),
    closedAt: moment(),
    disagreements: smallint().notNull().default(0),
    lastSeq: bigint({ mode: 'number' }).notNull(),
    /** Version of the rules that its entries are booked by. */
    foldVersion: smallint().notNull().default(1),
  },
  (table) => [
    primaryKey({ columns: [table.ledgerId, table.dossier] }),
    index('heads_by_code').on(table.ledgerId, table.code),
    index('heads_open_by_due').on(table.ledgerId, table.unit, table.dueAt),
  ],
);
