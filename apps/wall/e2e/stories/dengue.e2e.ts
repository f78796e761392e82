import { expect } from '@playwright/test';

import { test } from '../product/fixtures.ts';
import { counted, openCenter, photograph, showsWhatTheCityCounts } from './figures.ts';

/** At its height from the 20th minute to the fifth hour. */
test.use({ story: { name: 'dengue', minute: 60 } });

test('emergency: cases of the week and beds are the city’s own, far above the season’s', async ({
  page,
  told,
}, testInfo) => {
  await openCenter(page, told, 'emergency');

  await showsWhatTheCityCounts(page, told, ['health.dengue.week', 'health.beds', 'health.beds.occupied-share']);
  expect(await counted(told, 'health.dengue.week')).toBeGreaterThan(700);
  expect(await counted(told, 'health.beds.occupied-share')).toBeGreaterThan(1);
  await photograph(page, testInfo.outputPath('emergency.png'));
});
