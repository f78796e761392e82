import { sql } from 'drizzle-orm';
import { bigint, customType, doublePrecision, index, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';

const int8range = customType<{ data: string }>({ dataType: () => 'int8range' });
const box = customType<{ data: string }>({ dataType: () => 'box' });

/**
 * When each notice can be of any interest: derived from its tellings, so that those that are over for years are not read to find
 * those that are not. Notices that replace each other have one life and are asked for together. Times are epoch milliseconds.
 */
export const noticeLives = pgTable(
  'notice_lives',
  {
    ledgerId: smallint().notNull(),
    /** Also of a notice that is not told yet, which another replaces. */
    recordId: text().notNull(),
    /** The smallest record id of those that are linked. */
    grp: text().notNull(),
    firstSeq: bigint({ mode: 'number' }).notNull(),
    /** The last telling or retraction: what was known before it may have been another life. */
    changedSeq: bigint({ mode: 'number' }).notNull(),
    /** Domain's `noticeLasting` of what is told; empty: nothing actual is. Without a beginning: not computed yet, and always asked. */
    lasts: int8range().notNull(),
    /** Until when the last telling of this very notice holds, by any of its sources; `null`: it is ended, or not told. */
    standsUntil: doublePrecision(),
    /** Around every place that was ever told, in degrees; `null`: none was. */
    box: box(),
    /** That were ever told. */
    types: text().array().notNull(),
    severities: text().array().notNull(),
    /** What incidents call it, by each of its sources. */
    incidentIds: text().array().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.ledgerId, table.recordId] }),
    index('notice_lives_by_group').on(table.ledgerId, table.grp),
    index('notice_lives_by_change').on(table.ledgerId, table.changedSeq),
    index('notice_lives_in_time').using('gist', table.lasts, table.box),
    index('notice_lives_by_incident').using('gin', table.incidentIds),
    index('notice_lives_standing')
      .on(table.ledgerId, table.standsUntil)
      .where(sql`stands_until is not null`),
    index('notice_lives_waiting')
      .on(table.ledgerId, table.recordId)
      .where(sql`lower_inf(lasts)`),
  ],
);

/** Who ever told notices of a type, and when first. */
export const noticeTellers = pgTable(
  'notice_tellers',
  {
    ledgerId: smallint().notNull(),
    sourceId: text().notNull(),
    noticeType: text().notNull(),
    firstSeq: bigint({ mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.ledgerId, table.sourceId, table.noticeType] })],
);
