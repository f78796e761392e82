import type { Committed } from '@flagtower/store';
import { describe, expect, test } from 'vitest';

import { ledgerWriter } from './ledger-writer.ts';

type Wanted = Parameters<ReturnType<typeof ledgerWriter>['commit']>[0];

function batch(records: number, name = 'a'): Wanted {
  const items = Array.from({ length: records }, (_, line) => ({ line })) as unknown as Wanted['items'];
  return { source: { id: name } as Wanted['source'], importId: null, fileHash: name, items, rejections: [] };
}

function committed({ items }: Wanted): Committed {
  return {
    knownSeq: 1,
    accepted: items.length,
    acceptedLines: [],
    duplicates: 0,
    conflicts: 0,
    dossiers: 0,
    rejections: [],
  };
}

describe('a writer', () => {
  test('puts what waits during a commit into the next one', async () => {
    const groups: number[] = [];
    const first = Promise.withResolvers<void>();
    const writer = ledgerWriter(async (batches) => {
      groups.push(batches.length);
      if (groups.length === 1) await first.promise;
      return batches.map(committed);
    });

    const waiting = Array.from({ length: 11 }, (_, n) => writer.commit(batch(1, String(n))));
    first.resolve();
    const answers = await Promise.all(waiting);

    expect(groups).toEqual([1, 10]);
    expect(answers.every(({ accepted }) => accepted === 1)).toBe(true);
  });

  test('keeps a commit to 2000 records, but takes a larger batch whole', async () => {
    const groups: number[][] = [];
    const writer = ledgerWriter((batches) => {
      groups.push(batches.map(({ items }) => items.length));
      return Promise.resolve(batches.map(committed));
    });

    await Promise.all([5, 1500, 400, 200, 3000, 1].map((records) => writer.commit(batch(records))));

    expect(groups).toEqual([[5], [1500, 400], [200], [3000], [1]]);
  });

  test('lets one that cannot be written not take the others down', async () => {
    const writer = ledgerWriter((batches) =>
      batches.some(({ fileHash }) => fileHash === 'bad')
        ? Promise.reject(new Error('bad'))
        : Promise.resolve(batches.map(committed)),
    );

    const outcomes = await Promise.allSettled(
      ['first', 'good', 'bad', 'good'].map((name) => writer.commit(batch(1, name))),
    );

    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  });

  test('asks senders to come back when too much waits', async () => {
    const never = new Promise<readonly Committed[]>(() => {});
    const writer = ledgerWriter(() => never);
    void writer.commit(batch(1));
    void writer.commit(batch(50_001));

    await expect(writer.commit(batch(1))).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  });

  test('writes what waits before it closes, and takes nothing more', async () => {
    const written: number[] = [];
    const writer = ledgerWriter((batches) => {
      written.push(...batches.map(({ items }) => items.length));
      return Promise.resolve(batches.map(committed));
    });
    const waiting = [writer.commit(batch(1)), writer.commit(batch(2))];

    await writer.close();

    expect(written).toEqual([1, 2]);
    expect(await Promise.all(waiting)).toHaveLength(2);
    await expect(writer.commit(batch(1))).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  });
});
