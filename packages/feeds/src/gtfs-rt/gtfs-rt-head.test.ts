import { expect, test } from 'vitest';

import { feedBytes } from './feed-bytes.ts';
import { isGtfsRtHead } from './gtfs-rt-head.ts';

test('a message is known by the version in its header', () => {
  expect(isGtfsRtHead(feedBytes([]).subarray(0, 64))).toBe(true);
});

test.each(['', '\n', '\n\n\n\n\n\n', '{"a":1}', 'a,b\n1,2\n', '\n\u0007\n\u0003abc'])('%j is none', (text) => {
  expect(isGtfsRtHead(Buffer.from(text))).toBe(false);
});
