import { afterEach, expect, test, vi } from 'vitest';

import { askEarly, takeEarly } from './asked-early.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('what was asked early is handed out once, by its address', async () => {
  const answer = new Response('{}');
  vi.stubGlobal('fetch', async () => await Promise.resolve(answer));
  askEarly('/v1/drill?period=month', {});
  expect(takeEarly('/v1/drill?period=year')).toBeNull();
  expect(await takeEarly('/v1/drill?period=month')).toBe(answer);
  expect(takeEarly('/v1/drill?period=month')).toBeNull();
});

test('an answer that waited too long is asked for anew', () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  vi.stubGlobal('fetch', async () => await Promise.resolve(new Response('{}')));
  askEarly('/v1/drill', {});
  vi.advanceTimersByTime(10_001);
  expect(takeEarly('/v1/drill')).toBeNull();
});

test('a failure is told to who takes it, and nobody else', async () => {
  vi.stubGlobal('fetch', async () => await Promise.reject(new TypeError('no contact')));
  askEarly('/v1/drill', {});
  await expect(takeEarly('/v1/drill')).rejects.toThrow('no contact');
});
