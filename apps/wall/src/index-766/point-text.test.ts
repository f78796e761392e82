import { expect, test } from 'vitest';

import { isCertain, pointText, statedPeriodText } from './point-text.ts';

test('certain points are one number, open ones a range that no rounding hides', () => {
  expect(pointText({ lowest: 19.99, highest: 19.99 }, 'vi', 2)).toBe('19,99');
  expect(pointText({ lowest: 32.52, highest: 92.52 }, 'vi')).toBe('32,5 – 92,5');
  expect(isCertain({ lowest: 4, highest: 4.0049 })).toBe(true);
  expect(isCertain({ lowest: 4, highest: 5 })).toBe(false);
});

test('a month is named as one, other periods by their days', () => {
  expect(statedPeriodText({ from: '2025-03-01', to: '2025-03-31' })).toBe('03/2025');
  expect(statedPeriodText({ from: '2025-01-01', to: '2025-03-31' })).toBe('01/01/2025 – 31/03/2025');
});
