import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';

import { cityModel } from '../city-model.ts';
import { measuringSpots } from '../readings/spots.ts';
import { sampleCity } from '../testing/sample-city.ts';
import { cameraEntities, cameraStates, trafficCameras } from './cameras.ts';
import { measuredDataDocument, situationsDocument } from './datex2-document.ts';
import { incidentsAt } from './road-incident.ts';
import { roadSegments } from './road-segments.ts';
import { roadTraffic } from './road-traffic.ts';

const at = (hanoi: string) => Date.parse(`${hanoi}+07:00`);
const rushHour = at('2026-11-24T07:40:00');
const night = at('2026-11-24T02:30:00');

const view = sampleCity();
const city = cityModel(view, 1);
const segments = roadSegments(city, city.placesOn(city.days.dayOf(rushHour)));
const trafficAt = (moment: number, model = city) => segments.map((segment) => roadTraffic(model, segment, moment));
const meanSpeed = (moment: number, model = city) =>
  trafficAt(moment, model).reduce((sum, { speed }) => sum + speed, 0) / segments.length;
const cameras = measuringSpots(city, city.placesOn(city.days.dayOf(rushHour)), trafficCameras);
const slow = (moment: number) => trafficAt(moment).filter(({ speed }) => speed <= 12).length;

describe('the roads', () => {
  test('jam at a peak at about as many points as the city counts (33 in 2019, 38 in 2025), and not at night', () => {
    expect(slow(rushHour)).toBeGreaterThan(12);
    expect(slow(rushHour)).toBeLessThanOrEqual(38);
    expect(slow(night)).toBe(0);
  });

  test('are slower and fuller in the morning peak than at night, and than on a Sunday', () => {
    const sunday = at('2026-11-22T07:40:00');
    const flow = (moment: number) => trafficAt(moment).reduce((sum, each) => sum + each.flow, 0);

    expect(meanSpeed(rushHour)).toBeLessThan(meanSpeed(sunday));
    expect(meanSpeed(sunday)).toBeLessThan(meanSpeed(night));
    expect(flow(rushHour)).toBeGreaterThan(3 * flow(night));
  });

  test('are the same for the same seed, and others for another', () => {
    expect(measuredDataDocument(trafficAt(rushHour, cityModel(view, 1)), rushHour)).toBe(
      measuredDataDocument(trafficAt(rushHour), rushHour),
    );
    expect(trafficAt(rushHour, cityModel(view, 2))).not.toEqual(trafficAt(rushHour));
  });
});

describe('a story of a flood', () => {
  const story = cityModel(view, 1, { name: 'flood', startsAt: at('2026-11-24T13:00:00') });

  test('slows the roads while the water stands, and not after it', () => {
    const deep = at('2026-11-24T13:40:00');
    const dry = at('2026-11-24T15:30:00');

    expect(meanSpeed(deep, story)).toBeLessThan(0.6 * meanSpeed(deep));
    expect(meanSpeed(dry, story)).toBe(meanSpeed(dry));
  });

  test('closes the lowest roads as situations of the highest severity', () => {
    const closed = (minute: string) =>
      incidentsAt(story, segments, at(`2026-11-24T${minute}:00`)).filter(({ kind }) => kind.severity === 'highest');

    expect(closed('13:00')).toHaveLength(0);
    expect(closed('13:40')).toHaveLength(8);
    expect(closed('15:20')).toHaveLength(0);
  });
});

test('both documents are well-formed DATEX II with one site a stretch and one situation an incident', () => {
  const incidents = incidentsAt(city, segments, rushHour);
  const names: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ local, uri }) => {
    expect(uri).toBe('http://datex2.eu/schema/2/2_0');
    names.push(local);
  });
  parser.write(situationsDocument(incidents, rushHour)).close();
  parser.write(measuredDataDocument(trafficAt(rushHour), rushHour)).close();

  expect(incidents.length).toBeGreaterThan(0);
  expect(names.filter((name) => name === 'situation')).toHaveLength(incidents.length);
  expect(names.filter((name) => name === 'siteMeasurements')).toHaveLength(segments.length);
});

test('the cameras are those of December 2025, one by one, and most of them answer', () => {
  const states = cameraStates(city, cameras, rushHour);
  const dead = states.filter(({ answers }) => !answers);

  expect(states).toHaveLength(1837);
  expect(new Set(cameras.map(({ id }) => id)).size).toBe(1837);
  expect(dead.length / states.length).toBeGreaterThan(0.015);
  expect(dead.length / states.length).toBeLessThan(0.06);
});

test('a camera that is dead has been so for a while, and is told of when it was asked', () => {
  const dead = cameraStates(city, cameras, rushHour).find(({ answers }) => !answers);
  const told = cameraEntities(city, cameras, rushHour - 5 * 60_000, rushHour);

  const firstTold = cameraEntities(city, cameras, rushHour - 24 * 3_600_000, rushHour).filter(
    ({ id }) => id === dead?.camera.id,
  );

  expect(firstTold.map(({ words }) => words?.['deviceState'])).toEqual(
    expect.arrayContaining(['ok', 'offline', 'offline']),
  );
  expect(firstTold.map(({ at: asked }) => asked)).toEqual(
    firstTold.map(({ at: asked }) => asked).toSorted((one, other) => one - other),
  );
  // A sixth of them is asked in five minutes.
  expect(told.length).toBeGreaterThan(200);
  expect(told.length).toBeLessThan(420);
  expect(told.every(({ at: asked }) => asked > rushHour - 5 * 60_000 && asked <= rushHour)).toBe(true);
});

test('a city without known points has no measured roads and no incidents on them', () => {
  const blind = { ...view, units: view.units.map((unit) => ({ ...unit, point: null })) };
  const model = cityModel(blind, 1);

  expect(roadSegments(model, model.placesOn(model.days.dayOf(rushHour)))).toEqual([]);
  expect(incidentsAt(model, [], rushHour)).toEqual([]);
});
