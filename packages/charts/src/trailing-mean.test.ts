import { expect, test } from 'vitest';

import { trailingMean } from './trailing-mean.ts';

test('the mean looks back over the window and leaves gaps out', () => {
  expect(trailingMean([2, 4, null, 6], 3, 2)).toEqual([null, 3, 3, 5]);
});

test('too few known values make no mean', () => {
  expect(trailingMean([5, null, null], 3, 2)).toEqual([null, null, null]);
});
