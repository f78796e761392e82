import { expect } from 'vitest';

import { migrate } from './migrate.ts';
import { test } from './testing/database.ts';

test('a schema that is up to date stays as it is when several processes migrate it at once', async ({ database }) => {
  const readApplied = async (): Promise<unknown> =>
    (await database.pool.query('select hash from drizzle.__drizzle_migrations order by id')).rows;
  const before = await readApplied();

  await Promise.all([migrate(database.pool), migrate(database.pool), migrate(database.pool)]);

  expect(await readApplied()).toEqual(before);
});
