import { expect, type Page } from '@playwright/test';
import { z } from 'zod';

import { CENTER_ORDER } from '../src/centers/center-order.ts';
import { test } from './product/fixtures.ts';
import { authorised } from './product/intake.ts';
import { accept, browserOf, firstAdminLink } from './product/people.ts';

/** Every page, and what is there once its figures are. */
const pages = [
  { path: '/', shows: '.ranking-row' },
  { path: '/drill', shows: '.drill[aria-busy="false"] .level-table' },
  { path: '/form', shows: '.form-table tbody' },
  { path: '/index-766', shows: '.index-ranking tbody' },
  { path: '/programme', shows: '.work-table tbody' },
  { path: '/sources', shows: '.work-table tbody tr' },
  { path: '/reports', shows: 'main form' },
  { path: '/sign-in', shows: 'main form' },
  { path: '/accounts', shows: '.work-table tbody tr' },
  { path: '/import', shows: '.import-step' },
  { path: '/sources', shows: 'main h1' },
  { path: '/centers', shows: '.ribbon' },
  ...CENTER_ORDER.map((id) => ({ path: `/centers/${id}`, shows: '.center-source, .notices-none' })),
];

/** How far a page reaches beyond the right edge, and what of it does. */
function beyondTheEdge(page: Page): Promise<{ wider: number; parts: string[] }> {
  return page.evaluate(() => {
    const wider = Math.max(0, document.documentElement.scrollWidth - innerWidth);
    const isHeld = (element: Element): boolean => {
      for (let around = element.parentElement; around !== null; around = around.parentElement)
        if (/auto|scroll|hidden/.test(getComputedStyle(around).overflowX)) return true;
      return false;
    };
    const parts = [...document.querySelectorAll('body *')]
      .filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > innerWidth + 1)
      .filter((element) => !isHeld(element))
      .map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`);
    return { wider, parts };
  });
}

test('no page is wider than a phone of 390 pixels, in both languages, for who is signed in and who is not', async ({
  browser,
  city,
}, testInfo) => {
  test.setTimeout(420_000);
  const one = z.object({ dossiers: z.tuple([z.object({ id: z.string() })]) });
  const { dossiers } = one.parse(await authorised(city, 'GET', '/v1/dossiers?ledger=simulated&limit=1'));
  const all = [...pages, { path: `/drill/dossier/${dossiers[0].id}`, shows: '.dossier h1' }];
  const context = await browserOf(browser, city);
  const page = await context.newPage();
  await page.setViewportSize({ width: 390, height: 844 });
  const look = async (path: string, language: string, shows: string): Promise<void> => {
    await page.goto(`${path}?lang=${language}`);
    await expect(page.locator(shows).first(), path).toBeVisible({ timeout: 90_000 });
    await page.evaluate(async () => document.fonts.ready);
    await page.screenshot({ path: testInfo.outputPath(`${language}${path.replaceAll('/', '-')}.png`) });

    expect(await beyondTheEdge(page), `${path} in ${language}`).toEqual({ wider: 0, parts: [] });
  };

  for (const path of ['/reports', '/sign-in', '/accounts', '/import']) await look(path, 'vi', 'main');
  await accept(page, await firstAdminLink(city), 'quan-tri', 'Nguyễn Thị Quản Trị Hệ Thống');
  for (const language of ['vi', 'en']) for (const { path, shows } of all) await look(path, language, shows);
  await context.close();
});
