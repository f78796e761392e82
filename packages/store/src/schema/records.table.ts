import { sql } from 'drizzle-orm';
import { bigint, index, jsonb, pgTable, primaryKey, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';

import { moment } from './moment.ts';

/**
 * Append-only: a correction is a later row, never an update. `seq` comes from the ledger's row, in commit order.
 * Observations have a table of their own.
 */
export const records = pgTable(
  'records',
  {
    ledgerId: smallint().notNull(),
    seq: bigint({ mode: 'number' }).notNull(),
    kind: text().notNull(),
    sourceId: text().notNull(),
    recordId: text().notNull(),
    version: bigint({ mode: 'number' }).notNull(),
    /** Of source, record id, version and content: what makes a second telling a duplicate. */
    identity: uuid().notNull(),
    /** Of the content alone; the last tie-breaker of the fold. */
    hash: text().notNull(),
    /** Of namespace, case kind and code; `null` where the record is of no case. */
    dossier: uuid(),
    occurredAt: moment().notNull(),
    recordedAt: moment().notNull(),
    importId: text(),
    payload: jsonb().notNull(),
    /** Set once, by the retraction of the record's import: from that commit on it is not told any more. */
    retractedSeq: bigint({ mode: 'number' }),
  },
  (table) => [
    primaryKey({ columns: [table.ledgerId, table.seq] }),
    uniqueIndex('records_once')
      .on(table.ledgerId, table.identity)
      .where(sql`retracted_seq is null`),
    index('records_by_dossier')
      .on(table.ledgerId, table.dossier, table.seq)
      .where(sql`dossier is not null`),
    index('records_by_kind')
      .on(table.ledgerId, table.kind, table.recordId)
      .where(sql`dossier is null`),
    // Few among the routes, trips and stops of a timetable, which are of the same kind.
    index('records_of_procedures')
      .on(table.ledgerId, table.sourceId, table.recordId)
      .where(sql`kind = 'catalogue-item' and payload ->> 'itemType' in ('procedure', 'service')`),
    index('records_by_import')
      .on(table.importId)
      .where(sql`import_id is not null`),
  ],
);
