import { feedEntitySchema, mapLayerSchema, type FeedEntity, type MapLayer } from '@flagtower/contracts';
import { describe, expect, test, vi } from 'vitest';

import { bandIndex, bandsOn, drawnValue, scaleOf } from './layer-bands.ts';
import { readingPoints } from './layer-points.ts';
import { layerReaders } from './layer-readers.ts';
import { layersWord, shownLayers } from './layer-search.ts';
import { pointFeatures, pressedAt } from './layers-on-map.ts';
import { livePoints } from './live-points.ts';
import type { MapPoint } from './map-point.ts';

const now = Date.parse('2026-11-24T03:42:07.000Z');
const stamp = (inMs: number): string => new Date(now + inMs).toISOString();

function road(
  entity: string,
  speed: number | null,
  ageMs = 1000,
  point: [number, number] | null = [105.8, 21],
): FeedEntity {
  return feedEntitySchema.parse({
    entity,
    group: null,
    point,
    bearing: null,
    metrics: { speed: { value: speed, absent: speed === null ? 'not-measured' : null, unitOfMeasure: 'km/h' } },
    occurredAt: stamp(-ageMs),
    freshness: {
      state: 'live',
      observedAt: stamp(-ageMs),
      lateAt: stamp(-ageMs + 60_000),
      staleAt: stamp(-ageMs + 120_000),
      lostAfter: stamp(-ageMs + 600_000),
      cadenceSeconds: 60,
    },
  });
}

function layer(more: object, tells: object = {}): MapLayer {
  return mapLayerSchema.parse({
    id: 'speed',
    names: { vi: 'Tốc độ', en: 'Speed' },
    centers: ['traffic'],
    shape: 'square',
    ...more,
    tells: {
      kind: 'readings',
      feed: 'traffic',
      metric: 'speed',
      bands: [
        { from: null, names: { vi: 'ùn tắc', en: 'congested' }, level: 'warning' },
        { from: 12, names: { vi: 'thông thoáng', en: 'free' }, level: 'normal' },
      ],
      ...tells,
    },
  });
}

function readings({ tells }: MapLayer): Extract<MapLayer['tells'], { kind: 'readings' }> {
  if (tells.kind !== 'readings') throw new TypeError('not of readings');
  return tells;
}

function drawn(one: MapLayer, entities: readonly FeedEntity[]): { key: string; level: string; age: string }[] {
  const tells = readings(one);
  return readingPoints(one, { tells, bands: tells.bands }, entities, now).map(({ key, level, age }) => ({
    key,
    level,
    age,
  }));
}

describe('the points of a layer', () => {
  test('are judged by their bands, faded with their age, and not drawn when they are lost or nowhere', () => {
    const things = [
      road('slow', 8),
      road('free', 12),
      road('unmeasured', null),
      road('late', 40, 90_000),
      road('stale', 40, 300_000),
      road('lost', 8, 700_000),
      road('nowhere', 8, 1000, null),
    ];

    expect(drawn(layer({}), things)).toEqual([
      { key: 'slow', level: 'warning', age: 'live' },
      { key: 'free', level: 'normal', age: 'live' },
      { key: 'unmeasured', level: 'none', age: 'live' },
      { key: 'late', level: 'normal', age: 'late' },
      { key: 'stale', level: 'normal', age: 'stale' },
    ]);
  });

  test('of a layer of what is abnormal leave out what is normal, and what has no value: that is not congestion', () => {
    const things = [road('slow', 8), road('free', 12), road('unmeasured', null)];

    expect(drawn(layer({}, { onlyAbnormal: true }), things).map(({ key }) => key)).toEqual(['slow']);
  });

  test('grow with their value only where no band judges', () => {
    const sizes = [0, 500, 1500].map((from) => ({ from, names: { vi: 'x', en: 'x' }, level: 'normal' as const }));

    expect([-1, 100, 600, 2000].map((value) => scaleOf(sizes, bandIndex(sizes, value)))).toEqual([
      0.6,
      0.6,
      1,
      expect.closeTo(1.4),
    ]);
    const { bands } = readings(layer({}));
    expect(scaleOf(bands, 1)).toBe(1);
  });

  test('a share is not known where its whole is not, and an index of air has the bands of its day', () => {
    const tells = readings(layer({}, { metric: 'used', over: 'all' }));
    const told = (used: number | null, all: number | null): Pick<FeedEntity, 'metrics'> => ({
      metrics: {
        used: { value: used, absent: null, unitOfMeasure: '1' },
        all: { value: all, absent: null, unitOfMeasure: '1' },
      },
    });
    expect([told(1, 4), told(1, 0), told(1, null), told(null, 4)].map((one) => drawnValue(one, tells))).toEqual([
      0.25,
      null,
      null,
      null,
    ]);
    expect(bandsOn(tells, null, '2026-11-24')).toEqual(tells.bands);
  });
});

describe('which layers are drawn', () => {
  const layers = [layer({ id: 'a' }), layer({ id: 'b', shown: false }), layer({ id: 'c' })];

  test('is said by the address, and by the city’s data where the address says nothing', () => {
    expect([...shownLayers(layers, undefined)]).toEqual(['a', 'c']);
    expect([...shownLayers(layers, 'b,zzz')]).toEqual(['b']);
    expect([...shownLayers(layers, 'none')]).toEqual([]);
  });

  test('comes back from the word that is written of it', () => {
    for (const shown of [[], ['a'], ['a', 'c'], ['b'], ['a', 'b', 'c']]) {
      const word = layersWord(layers, new Set(shown));
      expect([...shownLayers(layers, word)]).toEqual(shown);
    }
    expect(layersWord(layers, new Set(['a', 'c']))).toBeUndefined();
  });
});

test('a press finds what is within a finger’s reach, the nearest first', () => {
  const at = (x: number): { key: string; at: [number, number] } => ({ key: `n${String(x)}`, at: [x, 0] });
  const point = (x: number) =>
    ({ ...at(x), layer: 'l', shape: 'dot', level: 'normal', scale: 1, age: 'live' }) as const;

  const found = pressedAt({ points: [point(10), point(3), point(40)], notices: [at(5)] }, ([x, y]) => [x, y], [0, 0]);

  expect(found?.points.map(({ key }) => key)).toEqual(['n3', 'n10']);
  expect(found?.notices).toEqual(['n5']);
  expect(pressedAt({ points: [point(40)], notices: [] }, ([x, y]) => [x, y], [0, 0])).toBeNull();
});

test('what calls is drawn larger and above what does not', () => {
  const base: Omit<MapPoint, 'level'> = { layer: 'l', key: 'k', at: [105, 21], shape: 'drop', scale: 1, age: 'stale' };

  const { features } = pointFeatures([
    { ...base, level: 'normal' },
    { ...base, level: 'critical' },
  ]);

  expect(features.map(({ properties }) => properties)).toEqual([
    { icon: 'drop-normal', scale: 1, order: 1, opacity: 0.3 },
    { icon: 'drop-critical', scale: 1.3, order: 4, opacity: 0.3 },
  ]);
});

test('things that move tell the map once a second, and the list only when a number in it changed', () => {
  vi.useFakeTimers();
  let state = new Map<string, unknown>([['one', road('one', 8)]]);
  let changed = (): void => undefined;
  const stream = {
    view: () => ({ state, cut: { at: stamp(0), knownSeq: 1 }, refusal: null }),
    watch: (_topic: string, onChange: () => void) => {
      changed = onChange;
      return () => undefined;
    },
    ledgerNowMs: () => now,
  };
  const layers = [layer({})];
  const readers = layerReaders({ airQuality: null, zone: 'Asia/Ho_Chi_Minh' }, layers, {
    center: 'traffic',
    unitPoints: () => null,
    incidentLevel: () => 'none',
  });
  const live = livePoints(stream as never, readers, new Set(['speed']));
  let told = 0;
  const stop = live.watch(() => {
    told += 1;
  });
  const before = live.tallies();
  expect(before.get('speed')).toMatchObject({ drawn: 1, told: 1, isKnown: true });
  const toldAtFirst = told;

  for (let step = 1; step <= 5; step += 1) {
    state = new Map([['one', road('one', 8, 1000, [105.8 + step / 100, 21])]]);
    changed();
  }
  vi.advanceTimersByTime(1000);

  expect(told).toBe(toldAtFirst + 1);
  expect(live.points()[0]?.at).toEqual([105.85, 21]);
  expect(live.tallies()).toBe(before);
  stop();
  vi.useRealTimers();
});
