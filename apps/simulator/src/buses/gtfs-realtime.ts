import { readFileSync } from 'node:fs';

import protobuf from 'protobufjs';

import type { BusPosition } from './bus-fleet.ts';

const { root } = protobuf.parse(readFileSync(new URL('gtfs-realtime.proto', import.meta.url), 'utf8'));
const messageType = root.lookupType('transit_realtime.FeedMessage');

/** How many stops ahead a trip update speaks of. */
const stopsAhead = 2;

/** A vehicle positions feed of GTFS-Realtime 2.0 as of a moment, epoch milliseconds. */
export function vehiclePositions(positions: readonly BusPosition[], at: number): Uint8Array {
  return message(
    at,
    positions.map(({ trip, point, bearing, speed, nextStop }) => ({
      id: `vehicle-${trip.vehicle}`,
      vehicle: {
        trip: tripOf(trip),
        vehicle: { id: trip.vehicle, label: `${trip.routeId} (simulated)` },
        position: { longitude: point[0], latitude: point[1], speed, ...(bearing === null ? {} : { bearing }) },
        currentStopSequence: nextStop + 1,
        timestamp: seconds(at),
      },
    })),
  );
}

/** A trip updates feed: how late each bus will be at its next stops. */
export function tripUpdates(positions: readonly BusPosition[], at: number): Uint8Array {
  return message(
    at,
    positions.map(({ trip, nextStop }) => ({
      id: `trip-${trip.startDate}-${trip.id}`,
      tripUpdate: {
        trip: tripOf(trip),
        vehicle: { id: trip.vehicle },
        stopTimeUpdate: trip.stops.slice(nextStop, nextStop + stopsAhead).map((_, index) => {
          const stop = nextStop + index;
          const arrival = trip.arrivals[stop] ?? 0;
          const delay = Math.round((arrival - (trip.planned[stop] ?? arrival)) / 1000);
          return {
            stopSequence: stop + 1,
            stopId: `${trip.routeId}-${trip.direction}-${stop + 1}`,
            arrival: { delay, time: seconds(arrival) },
          };
        }),
        timestamp: seconds(at),
      },
    })),
  );
}

function message(at: number, entity: readonly object[]): Uint8Array {
  const header = { gtfsRealtimeVersion: '2.0', incrementality: 0, timestamp: seconds(at) };
  return messageType.encode(messageType.create({ header, entity })).finish();
}

function tripOf({ id, routeId, direction, startDate, startTime }: BusPosition['trip']): object {
  return { tripId: id, routeId, directionId: direction, startDate, startTime };
}

function seconds(at: number): number {
  return Math.floor(at / 1000);
}
