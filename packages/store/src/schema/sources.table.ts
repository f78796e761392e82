import { bigint, customType, integer, jsonb, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';

import { moment } from './moment.ts';

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** A source of one ledger: what it declared, and how it keeps its word. */
export const sources = pgTable(
  'sources',
  {
    ledgerId: smallint().notNull(),
    id: text().notNull(),
    namespace: text().notNull(),
    rank: integer().notNull(),
    /** contracts' `SourceConfig`. */
    config: jsonb().notNull(),
    /** SHA-256 of a 256-bit random key; `null`: nobody may push. */
    keyHash: bytea(),
    /** Any contact, an empty batch included. */
    lastContactAt: moment(),
    /** The newest `occurredAt` that was told. */
    lastRecordAt: moment(),
    accepted: bigint({ mode: 'number' }).notNull().default(0),
    duplicates: bigint({ mode: 'number' }).notNull().default(0),
    quarantined: bigint({ mode: 'number' }).notNull().default(0),
    /** One record told twice in one version with different content. */
    conflicts: bigint({ mode: 'number' }).notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.ledgerId, table.id] })],
);
