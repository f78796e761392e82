import { deltaSchema, snapshotSchema, type Subscribed } from '@flagtower/contracts';
import { expect, test } from 'vitest';

import { applySubscribed, ask, receiveDelta, unknownTopic } from './replica.ts';

const cut = { at: '2026-11-24T03:42:07.000Z', knownSeq: 7 };
const about = { ledger: 'real', topic: 'sources', cut };
const delta = (revision: number, epoch = 'e1') =>
  deltaSchema.parse({ ...about, epoch, revision, set: { key: revision }, drop: [] });
const snapshot = (revision: number, epoch = 'e1'): Subscribed => ({
  outcome: 'snapshot',
  snapshot: snapshotSchema.parse({ ...about, epoch, revision, state: { key: revision } }),
});
const holding = (revision: number) => applySubscribed(ask(unknownTopic), 1, snapshot(revision)).replica;

test('deltas that come before the answer are buffered and applied after it', () => {
  const early = receiveDelta(receiveDelta(ask(unknownTopic), delta(5)).replica, delta(6)).replica;

  const { replica, outcome } = applySubscribed(early, 1, snapshot(4));

  expect(outcome).toBe('next');
  expect(replica.held).toMatchObject({ revision: 6, state: new Map([['key', 6]]) });
});

test('a delta that was seen already changes nothing', () => {
  const replica = holding(4);

  expect(receiveDelta(replica, delta(4))).toEqual({ replica, outcome: 'same' });
});

test.each([
  ['skips a revision', delta(6)],
  ['belongs to another epoch', delta(5, 'e2')],
])('a delta that %s is a gap and leaves what is held alone', (_, next) => {
  const replica = holding(4);

  expect(receiveDelta(replica, next)).toEqual({ replica, outcome: 'gap' });
});

test('a hole between the snapshot and the buffered deltas is a gap', () => {
  const early = receiveDelta(ask(unknownTopic), delta(7)).replica;

  const { replica, outcome } = applySubscribed(early, 1, snapshot(4));

  expect(outcome).toBe('gap');
  expect(replica.held?.revision).toBe(4);
});

test('the answer to an earlier question is ignored', () => {
  const replica = ask(ask(unknownTopic));

  expect(applySubscribed(replica, 1, snapshot(4))).toEqual({ replica, outcome: 'same' });
});

test('a recovery of an epoch that the client does not hold is a gap, not a state', () => {
  const reply: Subscribed = { outcome: 'recovered', epoch: 'e1', deltas: [delta(1)] };

  expect(applySubscribed(ask(unknownTopic), 1, reply)).toMatchObject({ replica: { held: null }, outcome: 'gap' });
});

test('a refusal is told with its code and keeps what was shown', () => {
  const { replica, outcome } = applySubscribed(ask(holding(4)), 2, { outcome: 'refused', code: 'FORBIDDEN' });

  expect(outcome).toEqual({ refused: 'FORBIDDEN' });
  expect(replica.held?.revision).toBe(4);
});

test('a server that never answers cannot fill the memory', () => {
  let replica = ask(unknownTopic);
  for (let revision = 1; revision <= 2000; revision += 1) replica = receiveDelta(replica, delta(revision)).replica;

  expect(replica.waiting?.length).toBeLessThanOrEqual(512);
  expect(applySubscribed(replica, 1, snapshot(0)).outcome).toBe('gap');
});
