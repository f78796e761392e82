import { expect, test } from 'vitest';

import { vi } from '../words/vi.ts';
import { flowTitle } from './flow-title.ts';

test('more out than in says how far the stock went down', () => {
  expect(flowTitle({ received: 3846, handled: 5058 }, vi)).toBe('Tồn giảm 1.212 hồ sơ hôm nay');
});

test('more in than out says how far it went up', () => {
  expect(flowTitle({ received: 10, handled: 7 }, vi)).toBe('Tồn tăng 3 hồ sơ hôm nay');
});

test('without both figures, and on a day without any, the card has its neutral name', () => {
  expect(flowTitle({ received: null, handled: 7 }, vi)).toBe(vi.flow.title);
  expect(flowTitle({ received: 0, handled: 0 }, vi)).toBe(vi.flow.title);
});
