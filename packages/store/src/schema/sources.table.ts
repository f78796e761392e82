import { bigint, customType, integer, jsonb, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core';

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
    /** Messages that came faster than they could be written, where the sender cannot be held back. */
    dropped: bigint({ mode: 'number' }).notNull().default(0),
    /** The first contact since contacts are measured; `null`: none yet. */
    observedSince: moment(),
    /** Nothing is taken from it since then; `null`: it is not paused. */
    pausedAt: moment(),
    /** Why asking it fails: code, reason, since, failures; `null`: it does not fail. */
    trouble: jsonb(),
    /** What its last answer said of itself, once that was committed; belongs to the address in it. */
    cursor: jsonb(),
  },
  (table) => [primaryKey({ columns: [table.ledgerId, table.id] })],
);

/**
 * What came of a source in a quarter hour of the service's clock, on which the days of every zone begin. All quarters of a source add up to
 * its counts: what is older than is kept, or was counted before quarters were, stands at the epoch, and a row of no source where
 * they begin.
 */
export const sourceCounts = pgTable(
  'source_counts',
  {
    ledgerId: smallint().notNull(),
    /** Its beginning. */
    quarter: moment().notNull(),
    sourceId: text().notNull(),
    accepted: bigint({ mode: 'number' }).notNull(),
    duplicates: bigint({ mode: 'number' }).notNull(),
    quarantined: bigint({ mode: 'number' }).notNull(),
    conflicts: bigint({ mode: 'number' }).notNull(),
    dropped: bigint({ mode: 'number' }).notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.ledgerId, table.quarter, table.sourceId] })],
);

/** The newest message of a source that named all its notices, in whatever order they came. */
export const sourceSnapshots = pgTable(
  'source_snapshots',
  {
    ledgerId: smallint().notNull(),
    sourceId: text().notNull(),
    /** When it was made, says its source. */
    at: moment().notNull(),
    /** Identities of the notices that it names. */
    present: text().array().notNull(),
    /** The file that it came in; `null`: none. */
    importId: text(),
  },
  (table) => [primaryKey({ columns: [table.ledgerId, table.sourceId] })],
);

/** Times in which a source owed signs of life and gave none; written by the contact that ends them. */
export const sourceSilences = pgTable(
  'source_silences',
  {
    ledgerId: smallint().notNull(),
    sourceId: text().notNull(),
    fromAt: moment().notNull(),
    untilAt: moment().notNull(),
    missed: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.ledgerId, table.sourceId, table.fromAt] })],
);

/** Who reminded a source's owner, and when. */
export const sourceReminders = pgTable(
  'source_reminders',
  {
    ledgerId: smallint().notNull(),
    sourceId: text().notNull(),
    at: moment().notNull(),
    by: uuid().notNull(),
  },
  (table) => [primaryKey({ columns: [table.ledgerId, table.sourceId, table.at, table.by] })],
);
