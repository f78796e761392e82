import { expect, vi } from 'vitest';

import { test } from '../testing/database.ts';
import { askedBy } from './asker.ts';
import { inSnapshot, sideBySide } from './snapshot.ts';

const slow = 'select pg_sleep(20)';
const running = `select pid from pg_stat_activity where datname = current_database() and query = '${slow}' and state = 'active'`;

test('what is read for somebody who leaves is ended in the store, and its connections serve the next', async ({
  database: { pool },
}) => {
  const asker = new AbortController();
  const reading = askedBy(asker.signal, () =>
    sideBySide(pool, async (db) => {
      await db.query(slow);
    }),
  );
  const left = reading.catch((error: unknown) => error);
  await vi.waitFor(async () => expect((await pool.query(running)).rowCount).toBe(2));

  asker.abort(new Error('gone'));

  expect(await left).toMatchObject({ message: 'gone' });
  expect((await pool.query(running)).rowCount).toBe(0);
  expect(pool.idleCount).toBe(pool.totalCount);
  expect(await inSnapshot(pool, async (db) => (await db.query('select 1')).rowCount)).toBe(1);
});

test('between two statements too, and nothing is begun for somebody who has left already', async ({
  database: { pool },
}) => {
  const asker = new AbortController();
  const reading = askedBy(asker.signal, () =>
    inSnapshot(pool, async (db) => {
      asker.abort(new Error('gone'));
      await db.query(slow);
    }),
  );

  await expect(reading).rejects.toThrow('gone');
  const begun = vi.fn<() => Promise<void>>();
  await expect(askedBy(asker.signal, () => inSnapshot(pool, begun))).rejects.toThrow('gone');
  expect(begun).not.toHaveBeenCalled();
});
