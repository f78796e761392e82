import { expect, test } from 'vitest';

import { vi } from '../words/vi.ts';
import { channelsTitle } from './channels-panel.tsx';

test('what is online counts together, from home or from elsewhere', () => {
  const channels = [
    { channel: 'in-person', share: 0.417 },
    { channel: 'at-home', share: 0.33 },
    { channel: 'online', share: 0.253 },
  ];

  expect(channelsTitle(channels, vi)).toBe('Trực tuyến chiếm 58,3% hôm nay');
});

test('a channel that no dictionary knows is named by its code', () => {
  expect(channelsTitle([{ channel: 'e-desk', share: 1 }], vi)).toBe('e-desk chiếm 100,0% hôm nay');
});

test('without a dossier there is no message', () => {
  expect(channelsTitle([{ channel: 'online', share: null }], vi)).toBe(vi.channels.title);
  expect(channelsTitle([], vi)).toBe(vi.channels.title);
});
