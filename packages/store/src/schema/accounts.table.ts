import { customType, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';

import { moment } from './moment.ts';

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** People who sign in. Never deleted: what they entered and approved names them. */
export const accounts = pgTable('accounts', {
  id: uuid().primaryKey(),
  /** Lower case; what is typed to sign in. */
  name: text().notNull().unique(),
  displayName: text().notNull(),
  /** contracts' `Role`. */
  role: text().notNull(),
  /** argon2id, in the form that names its own parameters. */
  passwordHash: text().notNull(),
  createdAt: moment().notNull(),
  /** `null`: not locked. */
  lockedAt: moment(),
});

/** Browsers that are signed in; the cookie's token is kept only as a hash. */
export const sessions = pgTable(
  'sessions',
  {
    tokenHash: bytea().primaryKey(),
    accountId: uuid().notNull(),
    createdAt: moment().notNull(),
    /** Last request, to the minute. */
    seenAt: moment().notNull(),
  },
  (table) => [index('sessions_by_account').on(table.accountId)],
);

/** One-time links; the link's token is kept only as a hash. */
export const invitations = pgTable('invitations', {
  tokenHash: bytea().primaryKey(),
  /** contracts' `Invitation.kind`. */
  kind: text().notNull(),
  role: text().notNull(),
  /** Whose password it renews; `null`: the account is made by it. */
  accountId: uuid(),
  /** The administrator; `null`: the command line, or the first start. */
  createdBy: uuid(),
  createdAt: moment().notNull(),
  expiresAt: moment().notNull(),
  usedAt: moment(),
});
