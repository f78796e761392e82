import { describe, expect, test } from 'vitest';

import { refusal, waitAskedFor } from './refusal.ts';

const waitOf = (headers: Readonly<Record<string, string>>): number =>
  waitAskedFor(refusal({ status: 503, headers: new Headers(headers) }));
const date = 'Tue, 24 Nov 2026 03:00:00 GMT';

describe('how long a source wants to be left alone', () => {
  test('is a number of seconds, or a moment by its own clock', () => {
    expect(waitOf({ 'retry-after': '120' })).toBe(120);
    expect(waitOf({ 'retry-after': 'Tue, 24 Nov 2026 03:05:00 GMT', date })).toBe(300);
  });

  test('is nothing where it makes no sense', () => {
    const told = ['', 'soon', '-5', '1e9', 'Tue, 24 Nov 2026 02:00:00 GMT'];

    expect(told.map((wait) => waitOf({ 'retry-after': wait, date }))).toEqual([0, 0, 0, 0, 0]);
    expect(waitOf({ 'retry-after': 'Tue, 24 Nov 2026 03:05:00 GMT' })).toBe(0);
  });
});
