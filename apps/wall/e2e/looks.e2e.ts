import { expect } from '@playwright/test';

import { test } from './product/fixtures.ts';
import { faultsOf } from './product/layout-faults.ts';
import { seesItLive, seesItWhole } from './product/overview.ts';

const looks = [
  { name: 'a wall', width: 1920, height: 1080, search: '' },
  { name: 'a wall in English', width: 1920, height: 1080, search: '?lang=en' },
  { name: 'a light wall', width: 1920, height: 1080, search: '?theme=light' },
  { name: 'a wall of four times the pixels', width: 3840, height: 2160, search: '' },
  { name: 'a desk', width: 1440, height: 900, search: '' },
  { name: 'a phone', width: 412, height: 915, search: '' },
];

for (const { name, width, height, search } of looks) {
  test(`${name} (${width} × ${height}) can be read: nothing small, cut off, outside its panel or wider than the window`, async ({
    page,
    city,
  }, testInfo) => {
    await page.setViewportSize({ width, height });
    await page.goto(`${city.url}/${search}`);
    if (search.includes('lang=en')) await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    else await seesItLive(page);
    await seesItWhole(page);

    const faults = await faultsOf(page);

    // For a person to look at: what the layout cannot tell.
    await page.screenshot({ path: testInfo.outputPath('look.png'), fullPage: width < 1600 });
    expect(faults).toEqual([]);
    if (width >= 1600)
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(height);
  });
}
