import { expect, test } from 'vitest';

import { cityModel } from '../city-model.ts';
import type { Reading } from '../readings/reading.ts';
import { measuringSpots } from '../readings/spots.ts';
import { sampleCity } from '../testing/sample-city.ts';
import { siteEntities, touristSites } from './sites.ts';
import { arrivalReadings, roomReadings, visitorsEveryMs } from './visitors.ts';

const at = (hanoi: string) => Date.parse(`${hanoi}+07:00`);
const city = cityModel(sampleCity(), 1);
const total = (readings: readonly Reading[], wanted: string) =>
  readings.filter(({ metric }) => metric === wanted).reduce((sum, { value }) => sum + (value ?? 0), 0);

test('November brings about as many visitors as the city counted in November 2025', () => {
  const frames = Array.from({ length: (30 * 86_400_000) / visitorsEveryMs }, (_, index) =>
    arrivalReadings(city, at('2026-11-01T00:00:00') + (index + 1) * visitorsEveryMs),
  ).flat();

  expect(Math.abs(total(frames, 'international-arrivals') / 851_000 - 1)).toBeLessThan(0.12);
  expect(Math.abs(total(frames, 'domestic-arrivals') / 1_650_000 - 1)).toBeLessThan(0.25);
});

test('the rooms are those of 2025, let as they were in November', () => {
  const readings = roomReadings(city, at('2026-11-24T10:00:00'));

  expect(total(readings, 'rooms')).toBe(71_256);
  expect(total(readings, 'rooms-let') / 71_256).toBeGreaterThan(0.62);
  expect(total(readings, 'rooms-let') / 71_256).toBeLessThan(0.8);
});

test('sites fill on a Sunday evening and are empty at night', () => {
  const sites = measuringSpots(city, city.placesOn(city.days.dayOf(at('2026-11-22T20:00:00'))), touristSites);
  const people = (moment: string) =>
    siteEntities(city, sites, at(moment)).reduce((sum, { values }) => sum + (values['visitorCount']?.value ?? NaN), 0);

  expect(people('2026-11-22T20:00:00')).toBeGreaterThan(people('2026-11-24T20:00:00'));
  expect(people('2026-11-24T20:00:00')).toBeGreaterThan(5 * people('2026-11-24T03:00:00'));
});
