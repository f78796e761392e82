import { expect, test } from 'vitest';

import { portalStatuses } from './portal-status.ts';
import { isOnlineLevel, levelDecree, serviceLevelSchema } from './service-level.ts';

test('the ten statuses are numbered from 1, and their groups are those of the report form', () => {
  expect(portalStatuses.map(({ code }) => code)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(Object.groupBy(portalStatuses, ({ group }) => group)).toMatchObject({
    paused: [{ code: 5 }, { code: 6 }, { code: 8 }],
    handled: [{ code: 7 }, { code: 9 }, { code: 10 }],
    refused: [{ code: 3 }],
    'in-progress': [{ code: 2 }, { code: 4 }],
    'not-yet-received': [{ code: 1 }],
  });
});

test('exactly the paused statuses stop the clock, and each says what it waits for', () => {
  const paused = portalStatuses.filter(({ clock }) => clock === 'stands');

  expect(paused.map(({ group, step }) => [group, step])).toEqual(paused.map(() => ['paused', 'paused']));
  expect(paused.map(({ reason }) => reason)).toEqual(['supplement', 'payment', 'stopped']);
});

test('levels belong to one decree each; 3, 4, full and partial are online services', () => {
  const online = serviceLevelSchema.options.filter(isOnlineLevel);

  expect(levelDecree('none')).toBeNull();
  expect(online).toEqual(['level-3', 'level-4', 'full', 'partial']);
  expect(online.map(levelDecree)).toEqual(['43/2011/NĐ-CP', '43/2011/NĐ-CP', '42/2022/NĐ-CP', '42/2022/NĐ-CP']);
});
