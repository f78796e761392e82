import { createRequire } from 'node:module';

import { expect, test } from '@playwright/test';

import type { ServedPage } from '../served-page.ts';
import { serveFixture } from './fixture-page.ts';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

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
    await page.addScriptTag({ path: axePath });

    const found: unknown = await page.evaluate(
      'axe.run().then(({ violations }) => violations.map(({ id, impact, nodes }) => `${impact} ${id} ${nodes[0].html}`))',
    );

    expect(found).toEqual([]);
  });
}
