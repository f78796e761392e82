import { expect, test } from 'vitest';

import { parseEnv } from './env.ts';

test('an empty variable is one that was not set', () => {
  expect(parseEnv({ DATABASE_URL: '', LOG_LEVEL: 'warn', HOME: '/root' })).toEqual({
    DATABASE_URL: undefined,
    LOG_LEVEL: 'warn',
  });
});

test('every wrong variable is named at once, and no value', () => {
  const wrong = { DATABASE_URL: 'mysql://root:s3cret@db', LOG_LEVEL: 'loud', FLAGTOWER_ADMIN_KEY: 'short' };

  const failure = (): unknown => {
    try {
      return parseEnv(wrong);
    } catch (error) {
      return error;
    }
  };

  expect(failure()).toMatchObject({ code: 'BAD_REQUEST', place: 'DATABASE_URL, FLAGTOWER_ADMIN_KEY, LOG_LEVEL' });
  expect(String(failure())).not.toMatch(/s3cret|loud|short/);
});
