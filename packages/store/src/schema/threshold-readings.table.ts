import { bigint, doublePrecision, index, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';

import { moment } from './moment.ts';

/**
 * Values that matter to a threshold: those beyond it, and what came after each of them up to the first that cleared it. They outlive the
 * raw observations that they are taken from, because incidents are told from them.
 */
export const thresholdReadings = pgTable(
  'threshold_readings',
  {
    ledgerId: smallint().notNull(),
    threshold: text().notNull(),
    /** Of the observation. */
    seq: bigint({ mode: 'number' }).notNull(),
    /** The commit that found it to matter: that of the observation, or of a late one before it. */
    bookedSeq: bigint({ mode: 'number' }).notNull(),
    sourceId: text().notNull(),
    recordId: text().notNull(),
    version: bigint({ mode: 'number' }).notNull(),
    hash: text().notNull(),
    entity: text().notNull(),
    occurredAt: moment().notNull(),
    recordedAt: moment().notNull(),
    /** `null`: absent. Never 0 in its place. */
    value: doublePrecision(),
    /** contracts' `IncidentSeverity` by the rule of that time; 0: an ordinary value. */
    severity: smallint().notNull(),
    /** The worst level that it does not end, by the rule of that time; 0: it ends all. */
    holds: smallint().notNull(),
    /** Minutes for which a level had to be held before it began, by the rule of that time. */
    forMinutes: doublePrecision().notNull().default(0),
    unitOfMeasure: text().notNull(),
    lon: doublePrecision(),
    lat: doublePrecision(),
    importId: text(),
    retractedSeq: bigint({ mode: 'number' }),
  },
  (table) => [
    primaryKey({ columns: [table.ledgerId, table.threshold, table.seq] }),
    index('threshold_readings_by_time').on(table.ledgerId, table.threshold, table.entity, table.occurredAt),
    index('threshold_readings_by_booking').on(table.ledgerId, table.bookedSeq),
    index('threshold_readings_by_record').on(table.ledgerId, table.threshold, table.sourceId, table.recordId),
    index('threshold_readings_by_import').on(table.importId),
  ],
);
