import { expect, test } from '@playwright/test';
import axe from 'axe-core';

import type { ServedPage } from '../served-page.ts';
import { serveFixture } from './fixture-page.ts';

let served: ServedPage;

test.beforeAll(async () => {
  served = await serveFixture();
});
test.afterAll(async () => {
  await served.close();
});

for (const search of ['?lang=vi', '?lang=en&theme=light', '?contact=lost']) {
  test(`${search}: a checker of WCAG finds nothing serious`, async ({ page }) => {
    await page.goto(new URL(search, served.url).href);
    await expect(page.locator('.chart-canvas canvas')).toHaveCount(2);
    await page.addScriptTag({ content: axe.source });

    const found: unknown = await page.evaluate(
      'axe.run().then(({ violations }) => violations.map(({ id, impact, nodes }) => `${impact} ${id} ${nodes[0].html}`))',
    );

    expect(found).toEqual([]);
  });
}
