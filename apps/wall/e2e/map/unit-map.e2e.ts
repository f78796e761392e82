import { expect, test as base } from '@playwright/test';

import { openLoopbackHub, type LoopbackHub } from '../../src/stream/loopback-hub.ts';
import { servePage } from '../served-page.ts';

const now = Date.now();
const stamp = (inMs: number) => new Date(now + inMs).toISOString();
const freshness = (staleInMs: number) => ({
  state: 'live',
  observedAt: stamp(-1000),
  lateAt: stamp(staleInMs / 2),
  staleAt: stamp(staleInMs),
  lostAfter: stamp(staleInMs + 3_600_000),
  cadenceSeconds: 600,
});

/** A city of squares, ten by ten, of which every seventh told nothing. */
const squares = Array.from({ length: 100 }, (_, at) => ({
  code: String(at).padStart(5, '0'),
  west: 105.4 + (at % 10) * 0.06,
  south: 20.7 + Math.floor(at / 10) * 0.06,
}));
const cells = {
  type: 'FeatureCollection',
  features: squares.map(({ code, west, south }) => ({
    type: 'Feature',
    properties: { code, name: `Phường ${Number(code)}` },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [west, south],
          [west + 0.06, south],
          [west + 0.06, south + 0.06],
          [west, south + 0.06],
          [west, south],
        ],
      ],
    },
  })),
};
const ranked = Object.fromEntries(
  squares.map(({ code }, at) => [
    code,
    {
      unit: code,
      received: at,
      receivedPer10k: at % 7 === 0 ? null : at / 10,
      open: 200,
      overdue: 4,
      nearDue: 2,
      overdueShare: at === 44 ? 0.08 : 0.01,
      spark: null,
      freshness: freshness(3_600_000),
    },
  ]),
);
const buses = Object.fromEntries(
  [freshness(3_600_000), freshness(3_600_000), { ...freshness(3_600_000), lateAt: stamp(-1) }, freshness(-1)].map(
    (told, at) => [
      `bus-${at}`,
      {
        entity: `bus-${at}`,
        group: null,
        point: [105.7, 21 + at / 100],
        bearing: null,
        metrics: {},
        occurredAt: stamp(-1000),
        freshness: told,
      },
    ],
  ),
);

const test = base.extend<{ hub: LoopbackHub; address: string }>({
  hub: async ({}, use) => {
    const hub = await openLoopbackHub({
      epoch: 'e1',
      still: { 'ranking/units': ranked, 'feed/bus': buses, notices: {} },
    });
    const timer = setInterval(() => hub.beat(), 1000);
    await use(hub);
    clearInterval(timer);
    await hub.close();
  },
  address: async ({ hub }, use) => {
    const served = await servePage('e2e/map/', hub.url, { '/v1/map/units': cells });
    await use(served.url);
    await served.close();
  },
});

test.beforeEach(() => test.setTimeout(60_000));

test('without WebGL the city is drawn all the same', async ({ page, address }) => {
  await page.addInitScript(() => {
    // A browser without WebGL answers `null`; the wall asks for nothing else of a canvas before its map is there.
    HTMLCanvasElement.prototype.getContext = () => null;
  });

  await page.goto(address);

  const map = page.locator('.map-main .svg-map');
  await expect(map.locator('[data-unit]')).toHaveCount(100);
  await expect(page.locator('.map-canvas')).toHaveAttribute('data-map', 'svg');
  await expect(map.locator('[data-unit="00007"]')).toHaveAttribute('fill', /^url/);
  await expect(map.locator('[data-unit="00008"]')).toHaveAttribute('fill', /^#/);
  await expect(page.getByText('2 xe buýt đang báo · 1 báo chậm · 1 không báo')).toBeVisible();
});

test('the unit under the pointer tells its figures, and one that told nothing says so', async ({ page, address }) => {
  await page.goto(address);
  const inset = page.locator('.map-inset');

  const tip = page.locator('.map-tip');
  // The map may change from SVG to WebGL under the pointer, which takes the tip away: then the pointer comes again.
  const pointAt = (unit: string, ...told: readonly string[]): Promise<void> =>
    expect(async () => {
      await page.mouse.move(0, 0);
      await inset.locator(`[data-unit="${unit}"]`).hover({ force: true });
      for (const words of told) await expect(tip).toContainText(words, { timeout: 1000 });
    }).toPass({ timeout: 60_000 });

  await pointAt('00057', 'Phường 57', '5,7');
  await pointAt('00056', '—');
});

test('WebGL takes over, may lose its context, and comes back; the city never goes away', async ({ page, address }) => {
  await page.goto(address);
  const map = page.locator('.map-canvas');
  await expect(map).toHaveAttribute('data-map', 'gl', { timeout: 40_000 });

  await page.evaluate(() => {
    const extension = document.querySelector('canvas')?.getContext('webgl2')?.getExtension('WEBGL_lose_context');
    Object.assign(globalThis, { extension });
    extension?.loseContext();
  });
  await expect(map).toHaveAttribute('data-map', 'svg');
  await expect(page.locator('.map-main .svg-map [data-unit]')).toHaveCount(100);

  await page.evaluate(() => (globalThis as unknown as { extension?: WEBGL_lose_context }).extension?.restoreContext());
  await expect(map).toHaveAttribute('data-map', 'gl', { timeout: 40_000 });
});

test('the map asks nobody but its own server for anything', async ({ page, address }) => {
  const foreign: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (!['data:', 'blob:'].includes(url.protocol) && url.host !== new URL(address).host) foreign.push(url.href);
  });

  await page.goto(address);
  await expect(page.locator('.map-canvas')).toHaveAttribute('data-map', 'gl', { timeout: 40_000 });

  expect(foreign).toEqual([]);
});
