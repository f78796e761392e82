import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { DistinctCount } from './distinct-count.ts';

test('counts different texts, as a set would', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 12 }), { maxLength: 3000 }), (texts) => {
      const count = new DistinctCount();

      for (const text of texts) count.add(text);

      expect(count.size).toBe(new Set(texts).size);
    }),
    { numRuns: 50 },
  );
});

test('counts a hundred thousand codes that differ in one digit', () => {
  const count = new DistinctCount();

  for (let n = 0; n < 200_000; n += 1) count.add(`000.00.01.H26-260302-${String(n % 100_000).padStart(5, '0')}`);

  expect(count.size).toBe(100_000);
});
