import { snapshotSchema, type Subscribed } from '@flagtower/contracts';
import { beforeEach, expect, test, vi } from 'vitest';

import { openTopicReplica } from './topic-replica.ts';

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

const about = { ledger: 'real', topic: 'sources', epoch: 'e1', cut: { at: '2026-11-24T03:42:07.000Z', knownSeq: 7 } };
const snapshot: Subscribed = {
  outcome: 'snapshot',
  snapshot: snapshotSchema.parse({ ...about, revision: 4, state: { a: 1 } }),
};
/** Names an epoch that the client does not hold: a server that answers so is broken. */
const nonsense: Subscribed = { outcome: 'recovered', epoch: 'e9', deltas: [] };

function topicThatIsAnswered(reply: () => Subscribed | null) {
  const subscribe = vi.fn<() => Promise<Subscribed | null>>(async () => reply());
  const onChange = vi.fn<() => void>();
  return { subscribe, onChange, topic: openTopicReplica({ subscribe, random: () => 0.5, onChange }) };
}

test('without an answer it asks again, ever more slowly, and never gives up', async () => {
  const { topic, subscribe } = topicThatIsAnswered(() => null);
  topic.renew();

  await vi.advanceTimersByTimeAsync(10_000);
  expect(subscribe.mock.calls.length).toBeGreaterThan(3);
  expect(subscribe.mock.calls.length).toBeLessThan(8);
  const before = subscribe.mock.calls.length;
  await vi.advanceTimersByTimeAsync(3_600_000);

  expect(subscribe.mock.calls.length).toBeGreaterThan(before + 300);
});

test('a server whose answers never fit is not asked in a hot loop', async () => {
  const { topic, subscribe } = topicThatIsAnswered(() => nonsense);
  topic.renew();

  await vi.advanceTimersByTimeAsync(60_000);

  expect(subscribe.mock.calls.length).toBeLessThan(15);
});

test('a refusal is told, and asked about again a quarter of a minute later', async () => {
  let reply: Subscribed = { outcome: 'refused', code: 'STORE_UNAVAILABLE' };
  const { topic, onChange } = topicThatIsAnswered(() => reply);
  topic.renew();
  await vi.advanceTimersByTimeAsync(0);
  expect(topic.view()).toMatchObject({ cut: null, refusal: 'STORE_UNAVAILABLE' });

  reply = snapshot;
  await vi.advanceTimersByTimeAsync(15_000);

  expect(topic.view()).toMatchObject({ state: new Map([['a', 1]]), refusal: null });
  expect(onChange).toHaveBeenCalledTimes(2);
});

test('a closed topic asks no more', async () => {
  const { topic, subscribe } = topicThatIsAnswered(() => null);
  topic.renew();
  await vi.advanceTimersByTimeAsync(0);

  topic.close();
  await vi.advanceTimersByTimeAsync(60_000);

  expect(subscribe).toHaveBeenCalledOnce();
});
