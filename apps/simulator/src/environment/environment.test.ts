import { describe, expect, test } from 'vitest';

import { cityModel } from '../city-model.ts';
import { ngsiDocument, type NgsiEntity } from '../readings/ngsi-entity.ts';
import { measuringSpots } from '../readings/spots.ts';
import { sampleCity } from '../testing/sample-city.ts';
import { airQuality, airStations, indexOf } from './air-quality.ts';
import { floodPoints, rainAndWater, rainGauges } from './rain-and-water.ts';

const at = (hanoi: string) => Date.parse(`${hanoi}+07:00`);
const morning = at('2026-11-24T07:00:00');
const view = sampleCity();
const city = cityModel(view, 1);
const places = city.placesOn(city.days.dayOf(morning));
const stations = measuringSpots(city, places, airStations);
const water = { gauges: measuringSpots(city, places, rainGauges), points: measuringSpots(city, places, floodPoints) };
const mean = (entities: readonly NgsiEntity[], name: string) =>
  entities.reduce((sum, { values }) => sum + (values[name]?.value ?? NaN), 0) / entities.length;

describe('the air', () => {
  test.for([
    [0, 0],
    [25, 50],
    [37.5, 75],
    [80, 150],
    [150, 200],
    [250, 300],
    [900, 500],
  ] as const)('of %d µg/m³ PM2.5 has the index %d of Decision 1459', ([pm25, index]) => {
    expect(indexOf(pm25)).toBe(index);
  });

  test('is told by 35 stations and is worse in winter than in summer', () => {
    const days = Array.from({ length: 14 }, (_, index) => index * 86_400_000);
    const season = (start: string) =>
      days.reduce((sum, day) => sum + mean(airQuality(city, stations, at(start) + day), 'pm25'), 0) / days.length;

    expect(stations).toHaveLength(35);
    expect(season('2026-12-01T07:00:00')).toBeGreaterThan(1.5 * season('2026-07-01T07:00:00'));
  });

  test('is the same for the same seed and moment', () => {
    expect(ngsiDocument(airQuality(cityModel(view, 1), stations, morning))).toBe(
      ngsiDocument(airQuality(city, stations, morning)),
    );
  });
});

test('the story of a flood brings heavy rain, puts points under water and lets them dry', () => {
  const story = cityModel(view, 1, { name: 'flood', startsAt: at('2026-11-24T13:00:00') });
  const told = (time: string) => rainAndWater(story, water, at(`2026-11-24T${time}:00`));
  const flooded = (time: string) =>
    told(time).filter(({ values }) => (values['currentLevel']?.value ?? 0) >= 0.2).length;
  const rain = told('13:20').flatMap(({ values }) => values['precipitation']?.value ?? []);

  expect(Math.max(...rain)).toBeGreaterThan(70);
  expect([flooded('13:00'), flooded('15:30')]).toEqual([0, 0]);
  expect(flooded('13:40')).toBeGreaterThan(8);
  expect(flooded('13:40')).toBeLessThan(water.points.length);
});

test('a winter day without a warning is dry', () => {
  const dry = rainAndWater(city, water, morning);

  expect(dry).toHaveLength(rainGauges.count + floodPoints.count);
  expect(dry.every(({ values }) => Object.values(values).every(({ value }) => value === 0))).toBe(true);
});
