import { expect, type Page } from '@playwright/test';

import type { ToldCity } from '../product/fixtures.ts';

/** A service that has just been filled reads its whole ledger before it streams. */
export async function openCenter(page: Page, { url }: ToldCity, id: string): Promise<void> {
  await page.goto(`${url}/centers/${id}`);
  await expect(page.locator('.center-source, .notices-none').first()).toBeVisible({ timeout: 60_000 });
}

/** What a card of the page says, as a number; `null`: nothing that is one. A share is in per cent. */
async function shown(page: Page, kpi: string): Promise<{ value: number; digits: number; isShare: boolean } | null> {
  const text = await page.locator(`[data-kpi="${kpi}"] .figure-digits`).textContent();
  const [number, decimals = ''] = /[−\d][\d.]*(?:,(\d+))?/.exec(text ?? '') ?? [];
  if (number === undefined) return null;
  const value = Number(number.replaceAll('.', '').replace(',', '.').replace('−', '-'));
  return { value, digits: decimals.length, isShare: text?.includes('%') === true };
}

/** Every figure is, to its last digit, what the city counts of itself at that moment; readings come in on their own time. */
export async function showsWhatTheCityCounts(page: Page, told: ToldCity, kpis: readonly string[]): Promise<void> {
  const differing = async (): Promise<string[]> => {
    const counts = (await told.counts()).kpis;
    const cards = await Promise.all(kpis.map(async (kpi) => ({ kpi, card: await shown(page, kpi) })));
    return cards.flatMap(({ kpi, card }) => {
      const own = counts[kpi];
      if (own === undefined) return [`${kpi}: the city does not count it`];
      if (card === null) return [`${kpi}: nothing, not ${String(own)}`];
      const expected = Number((own * (card.isShare ? 100 : 1)).toFixed(card.digits));
      return card.value === expected ? [] : [`${kpi}: ${String(card.value)}, not ${String(expected)}`];
    });
  };
  await expect.poll(differing, { timeout: 60_000 }).toEqual([]);
}

/** What the city counts of one figure. */
export async function counted({ counts }: ToldCity, kpi: string): Promise<number> {
  const { [kpi]: value } = (await counts()).kpis;
  if (value === undefined) throw new RangeError(`the city does not count ${kpi}`);
  return value;
}

/** For a person to look at: what the figures cannot tell. */
export async function photograph(page: Page, path: string): Promise<void> {
  await page.evaluate(async () => document.fonts.ready);
  await page.screenshot({ path });
}
