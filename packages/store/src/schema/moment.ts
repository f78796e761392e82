import { timestamp, type PgTimestampStringBuilderInitial } from 'drizzle-orm/pg-core';

/** A moment in milliseconds; as text, so that no client's zone can touch it. */
export function moment(): PgTimestampStringBuilderInitial<''> {
  return timestamp({ withTimezone: true, precision: 3, mode: 'string' });
}
