import { describe, expect, test } from 'vitest';

import { cityModel } from '../city-model.ts';
import type { Reading } from '../readings/reading.ts';
import { sampleCity } from '../testing/sample-city.ts';
import { callReadings, callsEveryMs, earlierCalls } from './calls.ts';
import { bedDocument } from './fhir-document.ts';
import { dengueReading, earlierDengue, hospitalBeds, waitReadings, type HospitalBeds } from './hospitals.ts';

const at = (hanoi: string) => Date.parse(`${hanoi}+07:00`);
const view = sampleCity(3);
const city = cityModel(view, 1);
const total = (readings: readonly Reading[], wanted: string, of?: string) =>
  readings
    .filter(({ metric, entity }) => metric === wanted && (of ?? entity) === entity)
    .reduce((sum, { value }) => sum + (value ?? 0), 0);

const toldNow = (model: typeof city, moment: number) => callReadings(model, moment, moment);
const day = Array.from({ length: 288 }, (_, index) =>
  toldNow(city, at('2026-11-24T00:00:00') + (index + 1) * callsEveryMs),
).flat();

describe('the emergency numbers', () => {
  test('have the calls of a day of Hanoi, few of them valid on the police’s two', () => {
    const police = total(day, 'calls', '113') + total(day, 'calls', '114');
    const valid = total(day, 'valid', '113') + total(day, 'valid', '114');

    expect(police).toBeGreaterThan(1900);
    expect(police).toBeLessThan(2600);
    expect(valid).toBeGreaterThan(35);
    expect(valid).toBeLessThan(80);
    expect(Math.abs(total(day, 'valid', '115') - 82)).toBeLessThan(35);
  });

  test('tell a mission for each valid call, each at a moment of its own', () => {
    const missions = day.filter(({ metric }) => metric === 'reach-time');

    expect(missions).toHaveLength(total(day, 'valid'));
    expect(new Set(missions.map(({ recordId }) => recordId)).size).toBe(missions.length);
  });

  test('ring at 114 many times as often while streets are flooded', () => {
    const story = cityModel(view, 1, { name: 'flood', startsAt: at('2026-11-24T13:00:00') });
    const hour = (model: typeof city) => total(toldNow(model, at('2026-11-24T14:10:00')), 'calls-hour', '114');

    expect(hour(story)).toBeGreaterThan(4 * hour(city));
  });
});

const sumOf = (hospitals: readonly HospitalBeds[], pick: (hospital: HospitalBeds) => number) =>
  hospitals.reduce((sum, hospital) => sum + pick(hospital), 0);

test('the hospitals have the beds of the city, most of them taken, and tell each in a report of its own', () => {
  const moment = at('2026-11-24T10:00:00');
  const hospitals = hospitalBeds(city, moment);
  const all = sumOf(hospitals, ({ total: beds }) => beds);
  const told = JSON.parse(bedDocument(hospitals, moment)) as { entry: unknown[] };

  expect(Math.abs(all - 11_536)).toBeLessThan(30);
  expect(sumOf(hospitals, ({ taken }) => taken ?? 0) / all).toBeGreaterThan(0.85);
  // A place and a report of each.
  expect(told.entry).toHaveLength(84);
});

test('a hospital that does not know how many of its beds are taken gives the reason and no count', () => {
  const hospital = { id: 'SIM-BV-07', point: [105.85, 21.03] as const, total: 300, taken: null };

  const told = bedDocument([hospital], at('2026-11-24T10:00:00'));

  expect(JSON.parse(told)).toMatchObject({
    entry: [
      { resource: { resourceType: 'Location', id: 'SIM-BV-07', position: { longitude: 105.85, latitude: 21.03 } } },
      {
        resource: {
          resourceType: 'MeasureReport',
          group: [
            {
              population: [{ count: 300 }, { _count: { extension: [{ valueCode: 'temp-unknown' }] } }],
            },
          ],
        },
      },
    ],
  });
  expect(told.match(/"count"/gu)).toHaveLength(1);
});

test('each hospital tells how long patients wait, longer in an epidemic', () => {
  const moment = at('2026-11-24T15:00:00');
  const story = cityModel(view, 1, { name: 'dengue', startsAt: at('2026-11-24T13:00:00') });
  const waits = (model: typeof city) => waitReadings(model, moment).reduce((sum, { value }) => sum + (value ?? 0), 0);

  expect(new Set(waitReadings(city, moment).map(({ entity }) => entity)).size).toBe(42);
  expect(waits(story)).toBeGreaterThan(1.5 * waits(city));
});

test('the days before are told once, by the hour, and an hour of it has the calls of its five minutes', () => {
  const now = at('2026-11-24T10:40:00');
  const since = now - 24 * 3_600_000;
  const before = earlierCalls(city, since, now);
  const hour = Date.parse('2026-11-23T03:00:00Z');
  const frames = Array.from({ length: 12 }, (_, index) => toldNow(city, hour - index * callsEveryMs)).flat();

  // The hours of five days, and what is left of the hour in which the last day begins.
  expect(before).toHaveLength((5 * 24 + 1) * 3);
  expect(
    before.find(({ entity, occurredAt }) => entity === '113' && Date.parse(occurredAt) === hour - 1),
  ).toMatchObject({
    value: total(frames, 'calls', '113'),
  });
  expect(earlierCalls(city, now - callsEveryMs, now)).toEqual([]);
});

test('dengue comes in autumn, and the story of an epidemic multiplies it and fills the beds', () => {
  const cases = (time: string, model = city) => dengueReading(model, at(time)).value ?? NaN;
  const story = cityModel(view, 1, { name: 'dengue', startsAt: at('2026-11-24T13:00:00') });
  const taken = (model: typeof city) =>
    sumOf(hospitalBeds(model, at('2026-11-24T15:00:00')), (hospital) => hospital.taken ?? 0);

  expect(cases('2026-05-15T10:00:00')).toBeLessThan(90);
  expect(cases('2026-11-10T10:00:00')).toBeGreaterThan(250);
  expect(cases('2026-11-24T15:00:00', story)).toBeGreaterThan(3 * cases('2026-11-24T15:00:00'));
  expect(taken(story)).toBeGreaterThan(1.1 * taken(city));

  // Who asks first is told a month, in which the epidemic had not begun.
  const now = at('2026-11-24T15:00:00');
  const month = earlierDengue(story, now - 86_400_000, now).map(({ value }) => value ?? NaN);
  expect(month).toHaveLength(30);
  expect(Math.max(...month)).toBeLessThan(600);
  expect(earlierDengue(story, now - 3_600_000, now)).toEqual([]);
});
