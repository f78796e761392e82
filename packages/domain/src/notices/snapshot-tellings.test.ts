import { noticeSchema, type Notice } from '@flagtower/contracts';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { activeNotices, type Telling } from './active.ts';
import { snapshotTellings, type NoticeSnapshot, type SnapshotTaken } from './snapshot-tellings.ts';

const iso = (ms: number) => new Date(ms).toISOString();
const start = Date.parse('2026-11-24T00:00:00Z');
const notice = (id: string, versionMs: number, more: Partial<Notice> = {}): Notice => ({
  ...noticeSchema.parse({
    kind: 'notice',
    recordId: id,
    version: versionMs,
    occurredAt: iso(versionMs),
    noticeType: 'incident',
    category: 'Accident',
    severity: 'unknown',
    urgency: 'unknown',
    certainty: 'unknown',
    status: 'actual',
    startsAt: iso(start),
    endsAt: null,
    ended: false,
    supersedes: [],
    sender: '',
    texts: [{ language: 'und', event: 'Accident' }],
    areas: [],
    signed: false,
  }),
  ...more,
});
const snapshot = (atMs: number, ...present: string[]): NoticeSnapshot => ({ atMs, present });

describe('a snapshot', () => {
  const t1 = start + 60_000;
  const t2 = start + 120_000;
  const t3 = start + 180_000;

  test('ends what it does not name, at its own time and with the words it had', () => {
    const standing = [notice('a', t1), notice('b', t1)];
    const told = [notice('a', t1)];

    expect(recorded({ snapshot: snapshot(t2, 'a'), told, standing, newest: null })).toEqual([
      notice('a', t1),
      { ...notice('b', t1), version: t2, occurredAt: iso(t2), ended: true },
    ]);
  });

  test('ends nothing twice: what is over by its time or by a word is left as it is', () => {
    const standing = [
      notice('a', t1, { ended: true }),
      notice('b', t1, { endsAt: noticeSchema.shape.endsAt.parse(iso(t2)) }),
    ];

    expect(recorded({ snapshot: snapshot(t2), told: [], standing, newest: null })).toEqual([]);
  });

  test('ends nothing that was named and could not be read', () => {
    expect(recorded({ snapshot: snapshot(t2, 'a'), told: [], standing: [notice('a', t1)], newest: null })).toEqual([]);
  });

  test('tells again what appears again with the version that it had', () => {
    const standing = [{ ...notice('a', t2), ended: true }];

    expect(recorded({ snapshot: snapshot(t3, 'a'), told: [notice('a', t1)], standing, newest: null })).toEqual([
      { ...notice('a', t1), version: t3, occurredAt: iso(t3) },
    ]);
  });

  test('records nothing of what it only tells again, at whatever time', () => {
    const standing = [notice('a', t1)];
    const again = notice('a', t2);
    const changed = notice('a', t2, { severity: 'severe' });
    const tellings = (told: Notice) => recorded({ snapshot: snapshot(t2, 'a'), told: [told], standing, newest: null });

    expect(tellings(again)).toEqual([]);
    expect(tellings(changed)).toEqual([changed]);
  });

  test('that comes late opens nothing that a newer one left out, and ends nothing that a newer one told', () => {
    const told = [notice('old', t1)];
    const late = { snapshot: snapshot(t2, 'old'), told, standing: [notice('new', t1)], newest: snapshot(t3, 'new') };

    expect(recorded(late)).toEqual([
      notice('old', t1),
      { ...notice('old', t1), version: t3, occurredAt: iso(t3), ended: true },
    ]);
  });
});

test('whatever order snapshots come in, and however often, what the newest names is what is active', () => {
  const ids = ['a', 'b', 'c', 'd'];
  const minutes = fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 6 });
  const series = minutes.chain((times) =>
    fc.tuple(
      ...times.map((minute) =>
        fc.subarray(ids).map((present) => ({ ...snapshot(start + minute * 60_000, ...present) })),
      ),
    ),
  );
  const withOrder = series.chain((all) =>
    fc.tuple(
      fc.constant(all),
      fc.array(fc.nat({ max: all.length - 1 }), { maxLength: 8 }).map((more) => [...more, ...all.keys()]),
    ),
  );

  fc.assert(
    fc.property(withOrder, ([all, order]) => {
      const records: Notice[] = [];
      let newest: NoticeSnapshot | null = null;
      for (const index of order) {
        const taken = all[index];
        if (taken === undefined) continue;
        const told = taken.present.map((id) => notice(id, start));
        records.push(...recorded({ snapshot: taken, told, standing: lastOf(records), newest }));
        if (newest === null || taken.atMs > newest.atMs) newest = taken;
      }

      const active = activeNotices(records.map(tellingOf), start + 3_600_000).map(({ id }) => id);
      expect(active.toSorted()).toEqual(newest?.present.toSorted());
    }),
  );
});

function recorded(taken: SnapshotTaken): Notice[] {
  const { told, ended } = snapshotTellings(taken);
  return [...told.map(({ telling }) => telling), ...ended];
}

function lastOf(records: readonly Notice[]): Notice[] {
  const last = new Map<string, Notice>();
  for (const record of records)
    if (record.version >= (last.get(record.recordId)?.version ?? 0)) last.set(record.recordId, record);
  return [...last.values()];
}

function tellingOf(told: Notice): Telling {
  return {
    id: told.recordId,
    version: told.version,
    hash: '',
    toldAt: Date.parse(told.occurredAt),
    startsAt: Date.parse(told.startsAt),
    endsAt: told.endsAt === null ? null : Date.parse(told.endsAt),
    ended: told.ended,
    supersedes: told.supersedes,
    status: told.status,
  };
}
