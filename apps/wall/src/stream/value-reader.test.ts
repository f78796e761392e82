import type { Json } from '@flagtower/domain';
import { expect, test } from 'vitest';
import { z } from 'zod';

import { valueReader } from './value-reader.ts';

const schema = z.object({ value: z.number() });

test('values that do not fit are left out, never guessed', () => {
  const state = new Map<string, Json>([
    ['good', { value: 1 }],
    ['bad', { value: '1' }],
    ['none', null],
  ]);

  expect([...valueReader(schema)(state)]).toEqual([['good', { value: 1 }]]);
});

test('a value that did not change stays the same object', () => {
  const read = valueReader(schema);
  const value: Json = { value: 1 };

  expect(read(new Map([['a', value]])).get('a')).toBe(read(new Map([['a', value]])).get('a'));
});
