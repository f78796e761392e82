import { expect, test } from 'vitest';

import { overdueLevel } from './overdue-level.ts';

test('a unit is judged by its share, whatever its count', () => {
  expect(overdueLevel({ overdue: 900, overdueShare: 0.01 })).toBe('normal');
  expect(overdueLevel({ overdue: 3, overdueShare: 0.02 })).toBe('watch');
  expect(overdueLevel({ overdue: 3, overdueShare: 0.03 })).toBe('warning');
});

test('a unit without open dossiers is not judged', () => {
  expect(overdueLevel({ overdue: 0, overdueShare: null })).toBe('normal');
});
