import { Pool } from 'pg';

import type { Queryable } from './queryable.ts';

/**
 * Runs reads on one snapshot of the store: a commit that lands between two of their statements is seen by none of them.
 * Where `db` is a connection, its caller has opened the snapshot already.
 */
export async function inSnapshot<Result>(db: Queryable, read: (db: Queryable) => Promise<Result>): Promise<Result> {
  if (!(db instanceof Pool)) return await read(db);
  const client = await db.connect();
  let broken = false;
  try {
    await client.query('begin isolation level repeatable read read only');
    return await read(client);
  } finally {
    await client.query('rollback').catch(() => {
      broken = true;
    });
    client.release(broken);
  }
}
