import {
  bigint,
  doublePrecision,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';

import { moment } from './moment.ts';

/** A book of one city. Its row is the lock of the commit order: a batch begins by taking its `seq` numbers here. */
export const ledgers = pgTable(
  'ledgers',
  {
    id: smallint().primaryKey().generatedAlwaysAsIdentity(),
    city: text().notNull(),
    name: text().notNull(),
    /** Days and months of the balances are cut here; fixed when the ledger is made. */
    zone: text().notNull(),
    lastSeq: bigint({ mode: 'number' }).notNull().default(0),
    lastRecordedAt: moment(),
    /** `real`, or `driven`: the ledger's time was `anchorLedger` at `anchorReal` and runs `speed` times as fast. */
    clock: text().notNull().default('real'),
    anchorReal: moment(),
    anchorLedger: moment(),
    speed: doublePrecision().notNull().default(1),
    /** Of the rules that dossiers are folded by from now on; heads that stand at another one adopt it. */
    foldVersion: integer().notNull().default(1),
  },
  (table) => [unique('ledgers_by_name').on(table.city, table.name)],
);

/** One row a batch, to find the commit that was the last one at a moment (`known`). */
export const commits = pgTable(
  'commits',
  {
    ledgerId: smallint().notNull(),
    lastSeq: bigint({ mode: 'number' }).notNull(),
    recordedAt: moment().notNull(),
    sourceId: text().notNull(),
    importId: text(),
    accepted: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.ledgerId, table.lastSeq] })],
);

/**
 * What changed how records are read: a version of the rules. Adopting one is a commit for each slice of the dossiers, which
 * books what the new rules say otherwise.
 */
export const adoptions = pgTable(
  'adoptions',
  {
    ledgerId: smallint().notNull(),
    seq: bigint({ mode: 'number' }).notNull(),
    rule: text().notNull(),
    version: integer().notNull(),
    recordedAt: moment().notNull(),
    /** Keys of the slice's dossiers, both included. */
    firstDossier: uuid(),
    lastDossier: uuid(),
  },
  (table) => [primaryKey({ columns: [table.ledgerId, table.seq, table.rule] })],
);
