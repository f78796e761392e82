import { bigint, jsonb, pgTable, smallint, text } from 'drizzle-orm/pg-core';

import { moment } from './moment.ts';

/** A file that somebody brought. A wrong one is undone by a retraction, which is a commit of its own. */
export const imports = pgTable('imports', {
  id: text().primaryKey(),
  ledgerId: smallint().notNull(),
  sourceId: text().notNull(),
  format: text().notNull(),
  fileName: text(),
  /** SHA-256 of the file as it came. */
  fileHash: text().notNull(),
  startedAt: moment().notNull(),
  finishedAt: moment(),
  /** contracts' `ImportSummary`, once finished. */
  summary: jsonb(),
  retractedSeq: bigint({ mode: 'number' }),
  retractedAt: moment(),
});
