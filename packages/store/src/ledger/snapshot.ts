import { Pool, type PoolClient } from 'pg';

import { whileAsked } from './asker.ts';
import type { Queryable } from './queryable.ts';

/**
 * Runs reads on one snapshot of the store: a commit that lands between two of their statements is seen by none of them.
 * Where `db` is a connection, its caller has opened the snapshot already.
 */
export async function inSnapshot<Result>(db: Queryable, read: (db: Queryable) => Promise<Result>): Promise<Result> {
  if (!(db instanceof Pool)) return await read(db);
  return await onSnapshot(db, null, read);
}

/**
 * The same for many reads that need not wait for each other: side by side on two connections that see one snapshot. The
 * second is only taken where one is free, since whoever holds a connection must not wait for another.
 * @param work is called once for each connection, and takes from what is left to do until nothing is
 */
export async function sideBySide(db: Queryable, work: (db: Queryable) => Promise<void>): Promise<void> {
  if (!(db instanceof Pool)) {
    await work(db);
    return;
  }
  await onSnapshot(db, null, async (first) => {
    const { rows } = await first.query<{ id: string }>('select pg_export_snapshot() as id');
    if (db.idleCount === 0 && db.totalCount >= db.options.max) {
      await work(first);
      return;
    }
    const second = onSnapshot(db, rows[0]?.id ?? null, work);
    // Both are awaited to their end, whatever becomes of one: a connection is given back when nothing reads on it.
    const ends = await Promise.allSettled([work(first), second]);
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  });
}

/** @param snapshot exported by another transaction that is still open; `null`: a new one */
async function onSnapshot<Result>(
  pool: Pool,
  snapshot: string | null,
  read: (db: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let broken = false;
  try {
    await client.query('begin isolation level repeatable read read only');
    if (snapshot !== null) await client.query(`set transaction snapshot ${client.escapeLiteral(snapshot)}`);
    return await whileAsked(pool, client, () => read(client));
  } finally {
    await client.query('rollback').catch(() => {
      broken = true;
    });
    client.release(broken);
  }
}
