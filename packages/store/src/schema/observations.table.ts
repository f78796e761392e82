import { sql } from 'drizzle-orm';
import {
  bigint,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  real,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';

import { moment } from './moment.ts';

/** Measured values, append-only; raw ones are kept for the configured days, their roll-ups for good. */
export const observations = pgTable(
  'observations',
  {
    ledgerId: smallint().notNull(),
    seq: bigint({ mode: 'number' }).notNull(),
    sourceId: text().notNull(),
    recordId: text().notNull(),
    version: bigint({ mode: 'number' }).notNull(),
    identity: uuid().notNull(),
    hash: text().notNull(),
    feed: text().notNull(),
    entity: text().notNull(),
    metric: text().notNull(),
    /** `null`: absent, and `absent` says why. Never 0 in its place. */
    value: doublePrecision(),
    absent: text(),
    unitOfMeasure: text().notNull(),
    quality: text().notNull(),
    lon: doublePrecision(),
    lat: doublePrecision(),
    bearing: real(),
    group: text('grp'),
    occurredAt: moment().notNull(),
    /** When the period of the value began; `null`: it is of a moment. */
    periodFrom: moment(),
    recordedAt: moment().notNull(),
    importId: text(),
    retractedSeq: bigint({ mode: 'number' }),
  },
  (table) => [
    primaryKey({ columns: [table.ledgerId, table.seq] }),
    uniqueIndex('observations_once')
      .on(table.ledgerId, table.identity)
      .where(sql`retracted_seq is null`),
    index('observations_by_time').on(table.ledgerId, table.feed, table.metric, table.occurredAt),
    index('observations_by_thing').on(table.ledgerId, table.feed, table.entity, table.metric, table.occurredAt),
    // Where a thing was last, and what it belonged to: few readings of few feeds tell it.
    index('observations_by_place')
      .on(table.ledgerId, table.feed, table.entity, table.occurredAt)
      .where(sql`lon is not null or grp is not null`),
    index('observations_by_record').on(table.ledgerId, table.sourceId, table.recordId),
    index('observations_by_import')
      .on(table.importId)
      .where(sql`import_id is not null`),
  ],
);

/** The newest standing reading of each thing and metric. Derived. */
export const latestValues = pgTable(
  'latest_values',
  {
    ledgerId: smallint().notNull(),
    feed: text().notNull(),
    entity: text().notNull(),
    metric: text().notNull(),
    sourceId: text().notNull(),
    seq: bigint({ mode: 'number' }).notNull(),
    occurredAt: moment().notNull(),
    version: bigint({ mode: 'number' }).notNull(),
    hash: text().notNull(),
    value: doublePrecision(),
    absent: text(),
    unitOfMeasure: text().notNull(),
    quality: text().notNull(),
    lon: doublePrecision(),
    lat: doublePrecision(),
    bearing: real(),
    group: text('grp'),
  },
  (table) => [
    primaryKey({ columns: [table.ledgerId, table.feed, table.entity, table.metric] }),
    index('latest_values_by_seq').on(table.ledgerId, table.seq),
  ],
);

/** Count and sum of the standing readings of a feed's metric in a UTC minute; absent ones take no part. Derived. */
export const minuteRollups = pgTable(
  'minute_rollups',
  {
    ledgerId: smallint().notNull(),
    sourceId: text().notNull(),
    feed: text().notNull(),
    metric: text().notNull(),
    /** Minutes since 1970-01-01T00:00Z. */
    minute: integer().notNull(),
    count: integer('n').notNull(),
    sum: doublePrecision().notNull(),
    absent: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.ledgerId, table.feed, table.metric, table.minute, table.sourceId] })],
);

/** Days whose raw observations were let go: what they amounted to, so that the roll-ups can still be checked. */
export const sealedDays = pgTable(
  'sealed_days',
  {
    ledgerId: smallint().notNull(),
    feed: text().notNull(),
    /** UTC day, `2026-11-24`. */
    day: text().notNull(),
    observations: bigint({ mode: 'number' }).notNull(),
    /** SHA-256 over the day's roll-ups. */
    hash: text().notNull(),
    sealedAt: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.ledgerId, table.feed, table.day] })],
);
