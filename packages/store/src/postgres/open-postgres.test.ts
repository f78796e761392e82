import { expect, test } from 'vitest';

import { openPostgres } from './open-postgres.ts';

test('a server that does not answer is named by its fault, and never by its address', async () => {
  const opening = openPostgres({ databaseUrl: 'postgres://city:secret@127.0.0.1:1/flagtower' });

  const error: unknown = await opening.catch((thrown: unknown) => thrown);

  expect(error).toMatchObject({ code: 'STORE_UNAVAILABLE', message: expect.stringContaining('ECONNREFUSED') });
  expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('secret');
});
