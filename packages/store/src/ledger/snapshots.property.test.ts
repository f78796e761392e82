import { noticeSchema, sourceConfigSchema, type Notice } from '@flagtower/contracts';
import type { NoticeSnapshot } from '@flagtower/domain';
import * as fc from 'fast-check';
import { describe, expect } from 'vitest';

import { readActiveNotices } from '../read/notices.ts';
import { test } from '../testing/database.ts';
import type { Batch } from './batch.ts';
import { commitBatch, commitTogether, ledgerStore } from './commit.ts';
import { ensureLedgers, ledgerNamed, type Ledger } from './ledgers.ts';
import { declareSource, sourceNamed, type Source } from './sources.ts';

const zone = 'Asia/Ho_Chi_Minh';
const start = Date.parse('2026-03-02T00:00:00Z');
const now = start + 2 * 3_600_000;
const ids = ['a', 'b', 'c', 'd'];

/** As an alert that has a time of its own; every snapshot tells it as it was. */
function notice(id: string): Notice {
  const at = new Date(start).toISOString();
  return noticeSchema.parse({
    kind: 'notice',
    recordId: id,
    version: start,
    occurredAt: at,
    noticeType: 'incident',
    category: 'Accident',
    severity: 'unknown',
    urgency: 'unknown',
    certainty: 'unknown',
    status: 'actual',
    startsAt: at,
    endsAt: null,
    ended: false,
    supersedes: [],
    sender: '',
    texts: [{ language: 'und', event: 'Accident' }],
    areas: [],
    signed: false,
  });
}

/** A snapshot, what of it could be read, and into how many batches it is cut. */
interface Sent {
  readonly snapshot: NoticeSnapshot;
  readonly readable: readonly string[];
  readonly parts: number;
}

const anySent = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 5 }).chain((minutes) =>
  fc.tuple(
    ...minutes.map((minute) =>
      fc.subarray(ids).chain((present) =>
        fc.record({
          snapshot: fc.constant({ atMs: start + minute * 60_000, present }),
          readable: fc.oneof({ weight: 3, arbitrary: fc.constant(present) }, fc.subarray(present)),
          parts: fc.integer({ min: 1, max: 2 }),
        }),
      ),
    ),
  ),
);
/** Every snapshot at least once, some again, in any order, in transactions of any size, by two processes at once. */
const anyArrival = anySent.chain((sent) =>
  fc.record({
    sent: fc.constant<readonly Sent[]>(sent),
    order: fc
      .array(fc.nat({ max: sent.length - 1 }), { maxLength: 4 })
      .chain((again) => fc.shuffledSubarray([...sent.keys(), ...again], { minLength: sent.length + again.length })),
    together: fc.integer({ min: 1, max: 4 }),
    isConcurrent: fc.boolean(),
  }),
);

function batchesOf({ snapshot, readable, parts }: Sent, ledger: Ledger, source: Source): Batch[] {
  const half = Math.ceil(readable.length / parts);
  return Array.from({ length: parts }, (_, part) => ({
    ledger,
    source,
    importId: null,
    fileHash: null,
    items: readable.slice(part * half, (part + 1) * half).map((id, index) => ({ line: index + 1, record: notice(id) })),
    rejections: [],
    snapshot,
    now,
  }));
}

describe('snapshots that are brought', { timeout: 120_000 }, () => {
  test('in whatever order, parts and processes, the newest says what is active', async ({ database: { pool } }) => {
    await ensureLedgers(pool, 'snapshots', zone);
    const ledger = await ledgerNamed(pool, 'snapshots', 'trial');
    const stores = [ledgerStore(pool), ledgerStore(pool)];
    let runs = 0;
    const fresh = async (): Promise<Source> => {
      runs += 1;
      const id = `source-${String(runs)}`;
      const config = { id, names: { vi: id, en: id }, ledger: 'trial', zone };
      await declareSource(pool, ledger.id, sourceConfigSchema.parse(config));
      const source = await sourceNamed(pool, ledger.id, id);
      if (source === null) throw new TypeError('it was declared');
      return source;
    };

    await fc.assert(
      fc.asyncProperty(anyArrival, async ({ sent, order, together, isConcurrent }) => {
        const source = await fresh();
        const batches = order.flatMap((index) => {
          const one = sent[index];
          return one === undefined ? [] : batchesOf(one, ledger, source);
        });
        const groups = Array.from({ length: Math.ceil(batches.length / together) }, (_, n) =>
          batches.slice(n * together, (n + 1) * together),
        );
        const commit = async (group: readonly Batch[], index: number): Promise<void> => {
          const store = stores[index % 2];
          if (store !== undefined) await commitTogether(store, group);
        };
        if (isConcurrent) await Promise.all(groups.map(commit));
        else for (const [index, group] of groups.entries()) await commit(group, index);

        const { lastSeq } = await ledgerNamed(pool, 'snapshots', 'trial');
        const cut = { ledgerId: ledger.id, at: now, knownSeq: lastSeq, source: source.id };
        const active = (await readActiveNotices(pool, cut)).map(({ id }) => id);
        const newest = sent.reduce((one, other) => (other.snapshot.atMs > one.snapshot.atMs ? other : one));
        const everTold = new Set(sent.flatMap(({ readable }) => readable));
        const always = ids.filter(
          (id) => everTold.has(id) && sent.every(({ snapshot }) => snapshot.present.includes(id)),
        );

        // Named and not read: it goes on if it stood, and nobody can say of it what nobody could read.
        expect(newest.snapshot.present).toEqual(expect.arrayContaining(active));
        expect(active).toEqual(expect.arrayContaining([...newest.readable]));
        expect(active).toEqual(expect.arrayContaining(always));
      }),
      { numRuns: 60 },
    );
  });

  test('one that is made ahead of the clock ends nothing, and those that follow it do', async ({
    database: { pool },
  }) => {
    await ensureLedgers(pool, 'skewed', zone);
    const ledger = await ledgerNamed(pool, 'skewed', 'trial');
    const config = { id: 'skewed', names: { vi: 's', en: 's' }, ledger: 'trial', zone };
    await declareSource(pool, ledger.id, sourceConfigSchema.parse(config));
    const source = await sourceNamed(pool, ledger.id, 'skewed');
    if (source === null) throw new TypeError('it was declared');
    const store = ledgerStore(pool);
    const take = async (atMs: number, readable: readonly string[]) => {
      const [batch] = batchesOf({ snapshot: { atMs, present: readable }, readable, parts: 1 }, ledger, source);
      if (batch === undefined) throw new TypeError('one part');
      return await commitBatch(store, batch);
    };
    const active = async () => {
      const { lastSeq } = await ledgerNamed(pool, 'skewed', 'trial');
      const cut = { ledgerId: ledger.id, at: now, knownSeq: lastSeq, source: 'skewed' };
      return (await readActiveNotices(pool, cut)).map(({ id }) => id).toSorted();
    };

    const first = await take(start + 60_000, ['a', 'b']);
    const again = await take(start + 120_000, ['a', 'b']);
    await take(now + 86_400_000, ['c']);
    const afterSkew = await active();
    const shorter = await take(start + 180_000, ['b', 'c']);

    expect([first, again, shorter].map(({ accepted, duplicates }) => [accepted, duplicates])).toEqual([
      [2, 0],
      [0, 2],
      [0, 2],
    ]);
    expect([afterSkew, await active()]).toEqual([
      ['a', 'b', 'c'],
      ['b', 'c'],
    ]);
  });
});
