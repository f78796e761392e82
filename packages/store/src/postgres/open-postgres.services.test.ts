import { expect, inject, test } from 'vitest';

import { openPostgres } from './open-postgres.ts';

test('a PostgreSQL server is used as it is, and left running', async () => {
  const { url } = inject('postgres');
  const first = await openPostgres({ databaseUrl: url });
  await first.close();

  const second = await openPostgres({ databaseUrl: url });

  expect(second.url).toBe(url);
});
