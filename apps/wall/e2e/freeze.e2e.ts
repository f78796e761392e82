import { expect, type Locator, type Page } from '@playwright/test';

import { test } from './product/fixtures.ts';
import { openDesk } from './product/intake.ts';
import { heroNumber, panel, seesItLive, seesItWhole } from './product/overview.ts';
import { startService } from './product/service.ts';
import { pixelsOf, pixelsOfEach, startScreencast, type Box, type Pixels } from './screencast.ts';

/** The page tells a silent server after 3.5 s, the veil comes after 5 s at the latest; the rest is for a busy machine. */
const markedWithinMs = 7000;
const trialWall = '/?ledger=trial';

/** From now on notes when the number's state changed, by the page's own clock: a busy test looks too late. */
async function noteStates(page: Page): Promise<(state: string) => Promise<number>> {
  await heroNumber(page).evaluate((number) => {
    const noted: Record<string, number> = {};
    Object.assign(globalThis, { noted });
    const note = (): void => {
      const state = number.getAttribute('data-freshness') ?? '';
      noted[state] ??= Date.now();
    };
    new MutationObserver(note).observe(number, { attributeFilter: ['data-freshness'] });
  });
  return async (state) => {
    await expect(heroNumber(page)).toHaveAttribute('data-freshness', state);
    return page.evaluate(
      (wanted) => (Reflect.get(globalThis, 'noted') as Record<string, number>)[wanted] ?? NaN,
      state,
    );
  };
}

test('a killed aggregator makes the number stale and says so across the page; its return makes it live again', async ({
  page,
  service,
  wall,
}) => {
  const desk = await openDesk(service, 60);
  await page.goto(service.url + trialWall);
  await seesItLive(page);
  await seesItWhole(page);

  const momentOf = await noteStates(page);
  const killedAt = Date.now();
  await service.kill();

  expect((await momentOf('stale')) - killedAt).toBeLessThan(markedWithinMs);
  await expect(page.getByRole('alert')).toContainText('Mất liên lạc với máy chủ từ');
  const back = await startService({ dataDir: service.dataDir, wall, port: Number(new URL(service.url).port) });
  await seesItLive(page);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await desk.die();
  await back.stop();
});

test('a source that died makes its number late, then stale, while the server is heard all the time', async ({
  page,
  service,
}) => {
  const everySeconds = 5;
  const desk = await openDesk(service, everySeconds);
  await page.goto(service.url + trialWall);
  await seesItLive(page);
  await seesItWhole(page);

  const momentOf = await noteStates(page);
  await desk.die();

  const lateAfter = (await momentOf('late')) - desk.spokeAt();
  await expect(panel(page, 'Hồ sơ tiếp nhận hôm nay')).toContainText('chậm');
  const staleAfter = (await momentOf('stale')) - desk.spokeAt();
  await expect(panel(page, 'Hồ sơ tiếp nhận hôm nay')).toContainText('cũ');
  expect(lateAfter).toBeGreaterThan(everySeconds * 1000 - 1000);
  expect(lateAfter).toBeLessThan(everySeconds * 1000 + 3000);
  expect(staleAfter).toBeGreaterThan(lateAfter);
  expect(staleAfter).toBeLessThan(2 * everySeconds * 1000 + 3000);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a cut network makes the number stale though no socket was closed, and a mended one brings it up to date', async ({
  page,
  service,
  cable,
}) => {
  const desk = await openDesk(service, 60);
  await page.goto(cable.url + trialWall);
  await seesItLive(page);
  await seesItWhole(page);

  const momentOf = await noteStates(page);
  cable.cut();
  const cutAt = Date.now();

  expect((await momentOf('stale')) - cutAt).toBeLessThan(markedWithinMs);
  await expect(page.getByRole('alert')).toContainText('Mất liên lạc');
  const shownInTheDark = await heroNumber(page).textContent();
  cable.mend();
  await seesItLive(page);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(heroNumber(page)).not.toHaveText(shownInTheDark ?? '');
  await desk.die();
});

test('a page whose main thread is blocked for 10 s shows its number veiled: seen in the pixels', async ({
  page,
  context,
  service,
}) => {
  const desk = await openDesk(service, 60);
  await page.goto(service.url + trialWall);
  await seesItLive(page);
  await seesItWhole(page);
  const [number, witness] = [await boxOf(heroNumber(page)), await addWitness(page)];
  const decoder = await context.newPage();
  await page.bringToFront();
  const fresh = await pixelsOf(decoder, (await page.screenshot()).toString('base64'), number);
  const screen = await startScreencast(page);

  const blocked = blockMainThread(page, 10_000);
  await page.waitForTimeout(9000);
  const frames = screen.frames();
  await blocked;
  await screen.stop();

  expect(fresh.gold).toBe(0);
  const veiled = ({ gold, brightest }: Pixels): boolean => gold > 30 && brightest < 0.75 * fresh.brightest;
  const seen: { atMs: number; isVeiled: boolean; witness: number }[] = [];
  for (const { atMs, png } of frames) {
    const [onNumber = fresh, onWitness = fresh] = await pixelsOfEach(decoder, png, [number, witness]);
    seen.push({ atMs, isVeiled: veiled(onNumber), witness: onWitness.brightest });
  }
  expect(seen.find(({ isVeiled }) => isVeiled)?.atMs).toBeLessThan(markedWithinMs);
  expect(seen.at(-1)?.isVeiled).toBe(true);
  // A timer of the page was due all the while, and in no picture had it done its work.
  expect(Math.max(...seen.map((frame) => frame.witness))).toBeLessThan(50);
  await desk.die();
});

async function boxOf(what: Locator): Promise<Box> {
  const box = await what.boundingBox();
  if (box === null) throw new Error('it is not on the screen');
  return box;
}

/** A dark spot that a timer of the page turns white a second into the block, if it can. */
async function addWitness(page: Page): Promise<Box> {
  await page.evaluate(() => {
    const spot = document.createElement('div');
    spot.id = 'witness';
    spot.style.cssText = 'position:fixed;top:0;left:0;z-index:9;width:16px;height:16px;background:black';
    document.body.append(spot);
  });
  return { x: 2, y: 2, width: 12, height: 12 };
}

async function blockMainThread(page: Page, ms: number): Promise<void> {
  await page.evaluate((forMs) => {
    setTimeout(() => document.getElementById('witness')?.style.setProperty('background', 'white'), 1000);
    const end = performance.now() + forMs;
    while (performance.now() < end);
  }, ms);
}
