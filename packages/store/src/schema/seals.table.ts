import { bigint, integer, pgTable, primaryKey, smallint, unique } from 'drizzle-orm/pg-core';

/** Commits whose entries are summed up for good: those after `afterSeq`, up to `uptoSeq`. Derived; can be deleted at any time. */
export const balanceSeals = pgTable(
  'balance_seals',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    ledgerId: smallint().notNull(),
    afterSeq: bigint({ mode: 'number' }).notNull(),
    uptoSeq: bigint({ mode: 'number' }).notNull(),
  },
  (table) => [unique('balance_seals_once').on(table.ledgerId, table.afterSeq, table.uptoSeq)],
);

/**
 * What a seal's entries add to the balances. A row a slice, level and measure, with its buckets in one list and their sums
 * in another: a seal touches few buckets of many slices, and as rows they would be four times as large.
 */
export const sealedBalances = pgTable(
  'sealed_balances',
  {
    seal: integer()
      .notNull()
      .references(() => balanceSeals.id, { onDelete: 'cascade' }),
    slice: integer().notNull(),
    level: smallint().notNull(),
    /** Position in `measureCodes`. */
    measure: smallint().notNull(),
    buckets: integer().array().notNull(),
    sums: integer().array().notNull(),
  },
  (table) => [primaryKey({ columns: [table.seal, table.slice, table.level, table.measure] })],
);
