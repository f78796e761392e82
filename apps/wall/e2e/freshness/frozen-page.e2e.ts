import { expect, test as base, type Page } from '@playwright/test';

import { openLoopbackHub, type LoopbackHub } from '../../src/stream/loopback-hub.ts';
import { pixelsOfEach, startScreencast, type Box, type Pixels } from '../screencast.ts';
import { servePage } from '../served-page.ts';

const NUMBERS = 60;
const stamp = (inMs: number) => new Date(Date.now() + inMs).toISOString();

function values(lateInMs: number, staleInMs: number): Parameters<LoopbackHub['publish']>[0] {
  const freshness = {
    state: 'live',
    observedAt: stamp(-1000),
    lateAt: stamp(lateInMs),
    staleAt: stamp(staleInMs),
    lostAfter: stamp(staleInMs + 600_000),
    cadenceSeconds: 60,
  };
  return Object.fromEntries(Array.from({ length: NUMBERS }, (_, at) => [`n${at}`, { value: 1000 + at, freshness }]));
}

interface Living {
  readonly hub: LoopbackHub;
  readonly beats: { go: () => void; stop: () => void };
  readonly decoder: Page;
}

/** A page of sixty numbers that hears a heartbeat a second. */
const test = base.extend<{ living: Living }>({
  living: async ({ page, context }, use) => {
    const hub = await openLoopbackHub({ epoch: 'e1', state: values(600_000, 1_200_000) });
    const served = await servePage('e2e/freshness/', hub.url);
    let timer: NodeJS.Timeout | undefined;
    const beats = {
      go: () => {
        hub.beat();
        timer = setInterval(() => hub.beat(), 1000);
      },
      stop: () => clearInterval(timer),
    };
    beats.go();
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(served.url);
    await expect(page.locator('.fresh')).toHaveCount(NUMBERS);
    await expect(page.locator('#n0 .fresh')).toHaveAttribute('data-freshness', 'live');
    await use({ hub, beats, decoder: await context.newPage() });
    beats.stop();
    await served.close();
    await hub.close();
  },
});

/** Blocks the page's only thread: no timer, no socket, no script of it runs meanwhile. */
function freeze(page: Page, ms: number): Promise<void> {
  return page.evaluate((blockedMs) => {
    const end = performance.now() + blockedMs;
    while (performance.now() < end);
  }, ms);
}

async function boxesOf(page: Page): Promise<Box[]> {
  const boxes = await page
    .locator('.fresh')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as Box));
  return boxes;
}

async function lookAt(decoder: Page, png: string | undefined, boxes: readonly Box[]): Promise<readonly Pixels[]> {
  if (png === undefined) throw new RangeError('no frame was shown');
  return pixelsOfEach(decoder, png, boxes);
}

for (const reducedMotion of ['no-preference', 'reduce'] as const) {
  test(`a page frozen for 10 s marks each of its numbers by itself (motion: ${reducedMotion})`, async ({
    page,
    living,
  }) => {
    test.setTimeout(60_000);
    await page.emulateMedia({ reducedMotion });
    await page.bringToFront();
    const boxes = await boxesOf(page);
    const [cast, alive] = [await startScreencast(page), await page.screenshot()];

    const frozen = freeze(page, 10_000);
    await page.waitForTimeout(8500);
    const frames = cast.frames();
    await frozen;
    await cast.stop();

    const before = await lookAt(living.decoder, alive.toString('base64'), boxes);
    const after = await lookAt(living.decoder, frames.at(-1)?.png, boxes);
    expect(frames.at(-1)?.atMs).toBeGreaterThan(3000);
    for (const [at, { brightest, gold }] of after.entries()) {
      // 60 % of the ink, and a word in gold: on every single number.
      expect(brightest).toBeLessThan((before[at]?.brightest ?? 0) * 0.75);
      expect(before[at]?.gold).toBe(0);
      expect(gold).toBeGreaterThan(30);
    }
  });
}

test('a frozen page shows the late corner when it is due, before the veil', async ({ page, living }) => {
  test.setTimeout(60_000);
  await page.bringToFront();
  const boxes = (await boxesOf(page)).slice(0, 3);
  const cast = await startScreencast(page);
  living.hub.publish(values(2500, 600_000));
  living.hub.beat();
  await page.waitForTimeout(300);

  const frozen = freeze(page, 9000);
  await page.waitForTimeout(7500);
  const frames = cast.frames();
  await frozen;
  await cast.stop();

  const looks = await Promise.all(
    frames.map(async ({ atMs, png }) => ({ atMs, seen: await lookAt(living.decoder, png, boxes) })),
  );
  const isMarked = (seen: readonly Pixels[]): boolean => seen.every(({ gold }) => gold > 30);
  const isDim = (seen: readonly Pixels[]): boolean => seen.every(({ brightest }) => brightest < 190);
  const late = looks.find(({ seen }) => isMarked(seen) && !isDim(seen));
  const veiled = looks.find(({ seen }) => isDim(seen));
  expect(late?.atMs).toBeGreaterThan(1500);
  expect(late?.atMs).toBeLessThan(4000);
  expect(veiled?.atMs).toBeGreaterThan(late?.atMs ?? Infinity);
});

test('a server that falls silent makes every number stale within seconds, and its next heartbeat fresh again', async ({
  page,
  living,
}) => {
  living.beats.stop();

  await expect(page.locator('.fresh[data-freshness="stale"]')).toHaveCount(NUMBERS, { timeout: 7000 });
  await expect(page.locator('#n0 .fresh-words-contact')).toBeVisible();

  living.beats.go();
  await expect(page.locator('.fresh[data-freshness="live"]')).toHaveCount(NUMBERS);
});

test('a source that falls silent makes its numbers late and then stale while the server lives', async ({
  page,
  living,
}) => {
  living.hub.publish(values(1500, 4500));

  await expect(page.locator('.fresh[data-freshness="late"]')).toHaveCount(NUMBERS, { timeout: 4000 });
  await expect(page.locator('.fresh[data-freshness="stale"]')).toHaveCount(NUMBERS, { timeout: 6000 });
});

test('sixty armed marks cost no pictures while nothing is due', async ({ page, living }) => {
  await page.bringToFront();
  await page.waitForTimeout(1000);
  const cast = await startScreencast(page);

  await page.waitForTimeout(4000);

  expect(cast.frames().length).toBeLessThan(12);
  await cast.stop();
  living.beats.stop();
});
