import type { Page } from '@playwright/test';
import axe from 'axe-core';

/** What a checker of WCAG finds on a page: each rule with the first part that breaks it. */
export async function wcagFaultsOf(page: Page): Promise<string[]> {
  await page.addScriptTag({ content: axe.source });
  return await page.evaluate<string[]>(
    'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => `${id} ${nodes[0].html}`))',
  );
}
