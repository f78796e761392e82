import { noticeCellSchema, rankedUnitSchema, feedEntitySchema, type Freshness } from '@flagtower/contracts';
import type { Polygon } from 'geojson';
import { expect, test } from 'vitest';

import { bestFreshness } from '../freshness/best-freshness.ts';
import { labelsFor } from './labels.ts';
import { marksOf, sourceData } from './map-data.ts';
import { mapLayout } from './map-layout.ts';
import { noticeShapes } from './notice-shapes.ts';
import { unitFeatures, type CellCollection } from './unit-feature.ts';
import { fleetOf } from './vehicles.ts';
import { boxAround } from './web-mercator.ts';

const now = Date.parse('2026-11-24T03:42:07.000Z');
const stamp = (inMs: number) => new Date(now + inMs).toISOString();
const freshness = (staleInMs: number, state = 'live') => ({
  state,
  observedAt: stamp(-1000),
  lateAt: stamp(staleInMs / 2),
  staleAt: stamp(staleInMs),
  lostAfter: stamp(staleInMs + 600_000),
  cadenceSeconds: 60,
});

const square = (west: number, south: number, size: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ],
});
const cells: CellCollection = {
  type: 'FeatureCollection',
  features: (
    [
      ['00001', 'Ba Đình', square(105.8, 21, 0.05)],
      ['00002', 'Sóc Sơn', square(105.8, 21.2, 0.2)],
      ['00003', 'Ba Vì', square(105.3, 21, 0.2)],
    ] as const
  ).map(([code, name, geometry]) => ({ type: 'Feature', properties: { code, name }, geometry })),
};
const unit = (code: string, more: object = {}) =>
  rankedUnitSchema.parse({
    unit: code,
    received: 40,
    receivedPer10k: 4,
    open: 100,
    overdue: 1,
    nearDue: 0,
    overdueShare: 0.01,
    spark: null,
    freshness: freshness(120_000),
    ...more,
  });
const featuresOf = (...ranked: ReturnType<typeof unit>[]) =>
  unitFeatures(cells, {
    units: new Map(),
    ranked: new Map(ranked.map((one) => [one.unit, one])),
    levelOf: ({ overdueShare }) => ((overdueShare ?? 0) >= 0.025 ? 'warning' : 'normal'),
    language: 'vi',
    nowMs: now,
  });
const propertiesOf = (code: string, features: ReturnType<typeof featuresOf>) =>
  features.find(({ properties }) => properties.code === code)?.properties;

test('a unit of which nothing was told, and one whose source is lost, have no rate: not zero, not the last one', () => {
  const features = featuresOf(unit('00001'), unit('00002', { freshness: freshness(-700_000) }));

  expect(propertiesOf('00001', features)).toMatchObject({ rate: 4, isStale: false });
  expect(propertiesOf('00002', features)).toMatchObject({ rate: null });
  expect(propertiesOf('00003', features)).toMatchObject({ rate: null });
});

test('a stale unit keeps its rate and is drawn pale', () => {
  expect(propertiesOf('00001', featuresOf(unit('00001', { freshness: freshness(-1000) })))).toMatchObject({
    rate: 4,
    isStale: true,
  });
});

test('outlines follow the one rule of levels, with a mark in the middle of the cell', () => {
  const features = featuresOf(unit('00001'), unit('00002', { overdueShare: 0.03 }));

  expect(propertiesOf('00001', features)?.outline).toBeNull();
  expect(propertiesOf('00002', features)?.outline).toBe('warning');
  expect(marksOf({ features, notices: [] })).toEqual([
    { key: 'unit 00002', at: [expect.closeTo(105.9), expect.closeTo(21.3)], level: 'warning' },
  ]);
});

const notice = (more: object) =>
  noticeCellSchema.parse({
    noticeType: 'incident',
    category: 'X',
    severity: 'extreme',
    urgency: 'immediate',
    certainty: 'observed',
    status: 'actual',
    startsAt: stamp(-1000),
    endsAt: null,
    sender: 'police',
    texts: [{ language: 'vi', event: 'Ùn tắc' }],
    source: 's',
    version: 1,
    areas: [],
    ...more,
  });
const area = (more: object) => ({ name: 'there', polygons: [], circles: [], geocodes: [], ...more });

test('a notice is placed by its own polygon, its circle, or the cell that it names', () => {
  const notices = new Map([
    ['circle', notice({ areas: [area({ circles: [{ center: [105.8, 21], radiusKm: 2 }] })] })],
    ['point', notice({ areas: [area({ circles: [{ center: [105.7, 21], radiusKm: 0 }] })] })],
    ['cell', notice({ areas: [area({ geocodes: [{ name: 'commune', value: '00003' }] })] })],
    ['nowhere', notice({ areas: [area({})] })],
  ]);

  const shapes = noticeShapes(notices, cells, () => 'critical');

  expect(shapes.map(({ key, polygons }) => [key, polygons.length])).toEqual([
    ['circle', 1],
    ['point', 0],
    ['cell', 1],
  ]);
  expect(shapes.map(({ at }) => at)).toEqual([
    [expect.closeTo(105.8), expect.closeTo(21)],
    [105.7, 21],
    [expect.closeTo(105.4), expect.closeTo(21.1)],
  ]);
});

test('a notice of a stretch of road is drawn as it runs, and marked at its middle', () => {
  const lines = [
    [
      [105.8, 21],
      [105.81, 21.01],
      [105.82, 21.05],
    ],
  ];
  const notices = new Map([
    ['road', notice({ areas: [area({ lines, circles: [{ center: [105.7, 21], radiusKm: 0 }] })] })],
  ]);

  expect(noticeShapes(notices, cells, () => 'critical')).toMatchObject([{ at: [105.81, 21.01], polygons: [], lines }]);
});

test('what is no alarm is not marked on the map', () => {
  expect(
    noticeShapes(
      new Map([['exercise', notice({ areas: [area({ geocodes: [{ name: 'c', value: '00003' }] })] })]]),
      cells,
      () => 'none',
    ),
  ).toEqual([]);
});

const bus = (entity: string, point: [number, number] | null, staleInMs: number) =>
  feedEntitySchema.parse({
    entity,
    group: null,
    point,
    bearing: null,
    metrics: {},
    occurredAt: stamp(-1000),
    freshness: freshness(staleInMs),
  });

test('late buses are drawn as such, silent ones are counted and not drawn', () => {
  const fleet = fleetOf(
    [
      bus('live', [105.8, 21], 120_000),
      bus('late', [105.8, 21], 1),
      bus('stale', [105.8, 21], -1),
      bus('nowhere', null, 120_000),
    ].map((one, at) =>
      at === 1 ? { ...one, freshness: { ...one.freshness, lateAt: one.freshness.observedAt } } : one,
    ),
    now,
  );

  expect(fleet.drawn.map(({ entity, state }) => [entity, state])).toEqual([
    ['live', 'live'],
    ['late', 'late'],
  ]);
  expect(fleet).toMatchObject({ live: 1, late: 1, silent: 2 });
});

test('names that would touch are dropped, those of outlined units last', () => {
  const { main } = mapLayout(
    771,
    560,
    boxAround([
      [105.27, 20.56],
      [106.03, 21.39],
    ]),
    boxAround([
      [105.74, 20.94],
      [105.93, 21.1],
    ]),
  );
  const crowd = featuresOf(unit('00001', { overdueShare: 0.05 }));
  const twins = [
    ...crowd,
    ...crowd.map((one) => ({
      ...one,
      properties: { ...one.properties, code: `${one.properties.code}b`, outline: null },
    })),
  ];

  const labels = labelsFor(twins, main, { most: 12, fontPx: 15 });

  expect(labels.map(({ code }) => code).toSorted()).toEqual(['00001', '00002', '00003'].toSorted());
  expect(labels[0]).toMatchObject({ code: '00001', isMarked: true });
});

test('a map that lies under something writes no names there', () => {
  const { main } = mapLayout(
    771,
    560,
    boxAround([
      [105.27, 20.56],
      [106.03, 21.39],
    ]),
    boxAround([
      [105.74, 20.94],
      [105.93, 21.1],
    ]),
  );
  const avoid = [{ left: 0, top: 0, width: 771, height: 560 }];

  expect(labelsFor(featuresOf(), main, { most: 12, fontPx: 15, avoid })).toEqual([]);
});

test('a picture of many is as fresh as the one that stays fresh longest', () => {
  const many = [120_000, 300_000, 60_000].map((inMs) => freshness(inMs) as Freshness);

  expect(bestFreshness(many)).toBe(many[1]);
  expect(bestFreshness([])).toBeNull();
});

test('all sources of the style get data, each of its own kind', () => {
  const content = { features: featuresOf(), labels: [], notices: [] };

  const data = sourceData({ ...content, fleet: fleetOf([bus('b', [105.8, 21], 120_000)], now) }, []);

  expect(Object.entries(data).map(([name, { features }]) => [name, features.length])).toEqual([
    ['units', 3],
    ['labels', 0],
    ['vehicles', 1],
    ['notice-areas', 0],
    ['marks', 0],
  ]);
});

test('a rate that moves inside its step of the ramp changes no data', () => {
  const dataAt = (rate: number) =>
    sourceData(
      {
        features: featuresOf().map((feature) => ({ ...feature, properties: { ...feature.properties, rate } })),
        labels: [],
        notices: [],
        fleet: fleetOf([], now),
      },
      [2, 4],
    );

  expect(dataAt(2.1)).toEqual(dataAt(3.9));
  expect(dataAt(3.9)).not.toEqual(dataAt(4));
});
