import { expect, type Locator, type Page } from '@playwright/test';

/** A panel by its neutral name, whatever its message says today. */
export function panel(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true });
}

/** The number that is read across the room, with what is drawn on it. */
export function heroNumber(page: Page): Locator {
  return panel(page, 'Hồ sơ tiếp nhận hôm nay').locator('[data-freshness]').first();
}

export async function seesItLive(page: Page, withinMs = 45_000): Promise<void> {
  await expect(heroNumber(page)).toHaveAttribute('data-freshness', 'live', { timeout: withinMs });
  await expect(heroNumber(page)).toContainText(/^[1-9]/, { timeout: withinMs });
}

/** Everything is drawn that comes after the numbers: charts, the map, and the faces of all letters. */
export async function seesItWhole(page: Page): Promise<void> {
  await expect(page.locator('.chart-canvas canvas')).toHaveCount(2);
  await expect(page.locator('.map-main canvas')).toBeVisible();
  await page.evaluate(async () => document.fonts.ready);
}
