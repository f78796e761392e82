import { readFileSync } from 'node:fs';

import * as fc from 'fast-check';
import protobuf from 'protobufjs';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';

import { cityModel } from '../city-model.ts';
import { sampleCity } from '../testing/sample-city.ts';
import { busFleet } from './bus-fleet.ts';
import { tripUpdates, vehiclePositions } from './gtfs-realtime.ts';
import { kmBetween, planeAround } from './plane.ts';

// They walk through many days; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

const city = cityModel(sampleCity(), 1);
const fleet = busFleet(city);
const at = (hanoi: string) => Date.parse(`${hanoi}+07:00`);
const rushHour = at('2026-11-24T08:00:00');

const { root } = protobuf.parse(readFileSync(new URL('gtfs-realtime.proto', import.meta.url), 'utf8'));
const messageType = root.lookupType('transit_realtime.FeedMessage');
const messageSchema = z.object({
  header: z.object({
    gtfsRealtimeVersion: z.literal('2.0'),
    incrementality: z.literal('FULL_DATASET'),
    timestamp: z.number(),
  }),
  entity: z
    .array(
      z.object({
        id: z.string(),
        vehicle: z
          .object({
            trip: z.object({ tripId: z.string(), startDate: z.string().regex(/^\d{8}$/), routeId: z.string() }),
            vehicle: z.object({ id: z.string() }),
            position: z.object({
              latitude: z.number(),
              longitude: z.number(),
              bearing: z.number().min(0).max(360).optional(),
              speed: z.number().min(0).max(25),
            }),
            timestamp: z.number(),
          })
          .optional(),
        tripUpdate: z
          .object({
            trip: z.object({ tripId: z.string() }),
            stopTimeUpdate: z.array(z.object({ stopSequence: z.number(), arrival: z.object({ delay: z.number() }) })),
            timestamp: z.number(),
          })
          .optional(),
      }),
    )
    .default([]),
});
const read = (bytes: Uint8Array) =>
  messageSchema.parse(messageType.toObject(messageType.decode(bytes), { longs: Number, enums: String }));

test('what is encoded can be decoded, vehicle by vehicle', () => {
  const positions = fleet.positionsAt(rushHour);

  const { header, entity } = read(vehiclePositions(positions, rushHour));

  expect(header.timestamp).toBe(rushHour / 1000);
  expect(entity).toHaveLength(positions.length);
  for (const [index, { point, trip }] of positions.entries()) {
    expect(entity[index]?.vehicle?.position.longitude).toBeCloseTo(point[0], 4);
    expect(entity[index]?.vehicle?.position.latitude).toBeCloseTo(point[1], 4);
    expect(entity[index]?.vehicle?.trip.tripId).toBe(trip.id);
  }
});

test('a rush hour has about 400 buses on some 60 lines, and the small hours have none', () => {
  const positions = fleet.positionsAt(rushHour);

  expect(positions.length).toBeGreaterThan(300);
  expect(positions.length).toBeLessThan(550);
  expect(new Set(positions.map(({ trip }) => trip.routeId)).size).toBeGreaterThan(55);
  expect(fleet.positionsAt(at('2026-11-24T02:30:00'))).toEqual([]);
  expect(read(vehiclePositions([], rushHour)).entity).toEqual([]);
});

test('no two buses share a name, and no two entities an id', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 24 * 60 - 1 }), (minute) => {
      const moment = at('2026-11-23T00:00:00') + minute * 60_000;
      const positions = fleet.positionsAt(moment);
      const trips = read(tripUpdates(positions, moment)).entity;
      expect(new Set(positions.map(({ trip }) => trip.vehicle)).size).toBe(positions.length);
      expect(new Set(trips.map(({ id }) => id)).size).toBe(positions.length);
    }),
    { numRuns: 30 },
  );
});

test('most buses are on time by the usual measure, and some are not', () => {
  const delays = [8, 11, 14, 18].flatMap((hour) => {
    const moment = at(`2026-11-24T${String(hour).padStart(2, '0')}:20:00`);
    return read(tripUpdates(fleet.positionsAt(moment), moment)).entity.flatMap(
      ({ tripUpdate }) => tripUpdate?.stopTimeUpdate.map(({ arrival }) => arrival.delay) ?? [],
    );
  });

  const punctual = delays.filter((delay) => delay >= -60 && delay <= 300).length / delays.length;

  expect(punctual).toBeGreaterThan(0.7);
  expect(punctual).toBeLessThan(0.97);
});

test('rush hour is slower than night', () => {
  const meanSpeed = (moment: number) => {
    const moving = fleet.positionsAt(moment).filter(({ speed }) => speed > 0);
    return moving.reduce((sum, { speed }) => sum + speed * 3.6, 0) / moving.length;
  };

  const rush = meanSpeed(rushHour);

  expect(rush).toBeGreaterThan(12);
  expect(rush).toBeLessThan(meanSpeed(at('2026-11-24T21:00:00')));
});

test('a bus does not jump: in a second it moves as far as its street allows', () => {
  const plane = planeAround([105.72, 21]);
  const longestStep = (moment: number) => {
    const later = new Map(fleet.positionsAt(moment + 1000).map(({ trip, point }) => [trip.vehicle, point]));
    const steps = fleet.positionsAt(moment).map(({ trip, point }) => {
      return kmBetween(plane.toSpot(point), plane.toSpot(later.get(trip.vehicle) ?? point));
    });
    return Math.max(0, ...steps);
  };

  fc.assert(
    fc.property(fc.integer({ min: 5 * 3600, max: 22 * 3600 }), (second) => {
      expect(longestStep(at('2026-11-24T00:00:00') + second * 1000)).toBeLessThan(0.03);
    }),
    { numRuns: 20 },
  );
});

test('the same seed and moment give the same bytes from a fleet that was asked other things before', () => {
  const other = busFleet(cityModel(sampleCity(), 1));
  other.positionsAt(rushHour - 86_400_000);

  expect(vehiclePositions(other.positionsAt(rushHour), rushHour)).toEqual(
    vehiclePositions(fleet.positionsAt(rushHour), rushHour),
  );
});

test('a city without known points has no buses', () => {
  const view = sampleCity(5);
  const blind = { ...view, units: view.units.map((unit) => ({ ...unit, point: null })) };

  expect(busFleet(cityModel(blind, 1)).positionsAt(rushHour)).toEqual([]);
});
