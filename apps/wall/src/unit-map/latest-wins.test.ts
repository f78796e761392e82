import { beforeEach, expect, test, vi } from 'vitest';

import { latestWins } from './latest-wins.ts';

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

test('a slow worker gets the first and the newest, and never two at once', async () => {
  const seen: number[] = [];
  let busy = 0;
  let most = 0;
  const feed = latestWins(async (data: number) => {
    busy += 1;
    most = Math.max(most, busy);
    seen.push(data);
    await new Promise((resolve) => {
      setTimeout(resolve, 300);
    });
    busy -= 1;
  }, 0);

  for (let data = 1; data <= 100; data += 1) feed(data);
  await vi.runAllTimersAsync();

  expect(seen).toEqual([1, 100]);
  expect(most).toBe(1);
});

test('a fast worker is still given time between two', async () => {
  const seen: number[] = [];
  const feed = latestWins(async (data: number) => seen.push(data), 1000);
  feed(1);
  feed(2);

  await vi.advanceTimersByTimeAsync(900);
  expect(seen).toEqual([1]);
  await vi.advanceTimersByTimeAsync(200);

  expect(seen).toEqual([1, 2]);
});
