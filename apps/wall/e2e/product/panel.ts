import type { Locator, Page } from '@playwright/test';

/** A panel by what it is called. */
export function panel(page: Page, name: string | RegExp): Locator {
  return page.locator('.panel').and(page.getByRole('region', { name }));
}
