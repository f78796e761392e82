import { cutSchema, topicSchema } from '@flagtower/contracts';
import { expect, test } from 'vitest';

import type { Json } from './equal-json.ts';
import { catchUp, openPublication, publish, publishChanges } from './publisher.ts';

const cut = cutSchema.parse({ at: '2026-11-24T03:42:07.000Z', knownSeq: 7 });
const later = cutSchema.parse({ at: '2026-11-24T03:42:08.000Z', knownSeq: 7 });
const state = (entries: Record<string, Json>) => new Map(Object.entries(entries));
const open = (entries: Record<string, Json>, keep?: number) =>
  openPublication({ ledger: 'trial', topic: topicSchema.parse('notices'), epoch: 'e1', cut }, state(entries), keep);

test('a delta names only what changed, and keys that are gone', () => {
  const published = publish(open({ a: 1, b: { x: 1, y: 2 }, c: 3 }), state({ a: 1, b: { y: 2, x: 1 }, d: null }), cut);

  expect(published.delta).toMatchObject({ revision: 1, set: { d: null }, drop: ['c'] });
});

test('a tick that changes nothing sends nothing but moves the cut of later snapshots', () => {
  const { publication, delta } = publish(open({ a: [1, 2] }), state({ a: [1, 2] }), later);

  expect(delta).toBeNull();
  expect(catchUp(publication, {})).toMatchObject({ outcome: 'snapshot', snapshot: { revision: 0, cut: later } });
});

test('a client that missed two deltas gets these two', () => {
  const entries = { a: 0, b: 0, c: 0, d: 0 };
  const first = publishChanges(open(entries), { set: { a: 1 }, drop: [] }, cut).publication;
  const second = publishChanges(first, { set: { b: 1 }, drop: [] }, cut).publication;

  expect(catchUp(second, { epoch: 'e1', revision: 0 })).toMatchObject({
    outcome: 'recovered',
    deltas: [{ revision: 1 }, { revision: 2 }],
  });
  expect(catchUp(second, { epoch: 'e1', revision: 2 })).toMatchObject({ outcome: 'recovered', deltas: [] });
});

test.each([
  ['that holds nothing', {}],
  ['of another epoch', { epoch: 'e0', revision: 3 }],
  ['that claims the future', { epoch: 'e1', revision: 9 }],
  ['that was away for longer than the ring is', { epoch: 'e1', revision: 0 }],
])('a client %s gets the whole state', (_, held) => {
  let publication = open({ a: 0 }, 2);
  for (const a of [1, 2, 3]) publication = publish(publication, state({ a }), cut).publication;

  expect(catchUp(publication, held)).toMatchObject({ outcome: 'snapshot', snapshot: { revision: 3, state: { a: 3 } } });
});

test('many large deltas are answered with the smaller snapshot', () => {
  let publication = open({ a: 0, b: 0, c: 0 });
  for (const n of [1, 2, 3]) publication = publish(publication, state({ a: n, b: n, c: n }), cut).publication;

  expect(catchUp(publication, { epoch: 'e1', revision: 0 }).outcome).toBe('snapshot');
});

test('a state that was given out is never changed afterwards', () => {
  const before = open({ a: 1 });

  publishChanges(before, { set: { a: 2 }, drop: [] }, cut);

  expect(before.state).toEqual(state({ a: 1 }));
});
