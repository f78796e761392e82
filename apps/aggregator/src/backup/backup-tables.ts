import type { Queryable } from '@flagtower/store';

export interface BackupTable {
  readonly name: string;
  /** The column that the database numbers by itself; `null`: none. */
  readonly identity: string | null;
}

/**
 * All tables of the store, by name; those of the migration tool are made anew where a backup is read. Who was signed in, and
 * links that were open, are left out: they must not come back to life with an old backup. Sealed balances are made anew.
 */
export async function backupTables(db: Queryable): Promise<BackupTable[]> {
  const { rows } = await db.query<BackupTable>(
    `select t.table_name as name, (select c.column_name from information_schema.columns c
        where c.table_schema = 'public' and c.table_name = t.table_name and c.is_identity = 'YES' limit 1) as identity
      from information_schema.tables t where t.table_schema = 'public' and t.table_type = 'BASE TABLE' and t.table_name not in ('sessions', 'invitations', 'balance_seals', 'sealed_balances') order by t.table_name`,
  );
  return rows;
}

/** How many migrations a schema has seen: rows are only understood by the very same schema. */
export async function schemaVersion(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ n: number }>('select count(*)::int as n from drizzle.__drizzle_migrations');
  return rows[0]?.n ?? 0;
}
