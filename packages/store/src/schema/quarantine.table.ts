import { sql } from 'drizzle-orm';
import { bigint, index, integer, jsonb, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core';

import { moment } from './moment.ts';

/** Items that could not be taken: why, where they stand in their file, and, where it was a sound record, the record. */
export const quarantine = pgTable(
  'quarantine',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    ledgerId: smallint().notNull(),
    sourceId: text().notNull(),
    importId: text(),
    /** SHA-256 of the file or body; the file itself is not kept. */
    fileHash: text(),
    line: integer().notNull(),
    reason: text().notNull(),
    fields: text().array().notNull(),
    remedy: text().notNull(),
    /** The parsed record, only where it was sound but not acceptable then (ahead of the clock): it can be replayed. */
    record: jsonb(),
    /** The source's zone when its record was read: under another one the record would tell another moment. */
    zone: text(),
    receivedAt: moment().notNull(),
    /** When it stopped to wait; `settled` says by what. */
    replayedAt: moment(),
    /** `replayed` (also `null`), `read-again` with its file, `retracted` with its import, `closed` by a person. */
    settled: text(),
    closedBy: uuid(),
  },
  (table) => [
    index('quarantine_by_source').on(table.ledgerId, table.sourceId, table.id),
    index('quarantine_waiting')
      .on(table.ledgerId, table.sourceId, table.fileHash)
      .where(sql`replayed_at is null`),
  ],
);

/** Self-audits: when, how much of the ledger they covered, what they found. */
export const audits = pgTable('audits', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  ledgerId: smallint().notNull(),
  at: moment().notNull(),
  seq: bigint({ mode: 'number' }).notNull(),
  /** Share of dossiers whose entries were compared with a new fold, in [0, 1]; balances are always compared whole. */
  coverage: text().notNull(),
  differences: integer().notNull(),
});
