import type { Point } from '@flagtower/contracts';

import type { RecordDraft } from '../checked-record.ts';
import { countIn } from '../tally.ts';
import type { Position, VehiclePosition } from './feed-message.ts';
import { momentOf, type Snapshot } from './snapshot.ts';
import { routeGroup, tripIdentity } from './trip-identity.ts';

const kmhPerMs = 3.6;

/**
 * Where a vehicle is, and its speed in km/h (`null` where only the place is known). A vehicle without coordinates, or at
 * (0, 0), which stands for "none" in many feeds, is observed as absent: it is on duty, but nobody knows where.
 * @param entityId names the vehicle where it has neither an id of its own nor a trip
 */
export function vehicleObservation(vehicle: VehiclePosition, entityId: string, snapshot: Snapshot): RecordDraft {
  const { trip, position } = vehicle;
  const tripEntity = trip === undefined ? '' : tripIdentity(trip);
  const entity = vehicle.vehicle.id || tripEntity || entityId;
  const occurredAt = momentOf(snapshot, vehicle.timestamp);
  const point = pointOf(position);
  countIn(snapshot.tally, 'vehicles');
  if (point === null) countIn(snapshot.tally, 'no-position');
  return {
    kind: 'observation',
    recordId: `${entity}|position|${occurredAt}`,
    version: snapshot.atMs,
    occurredAt,
    feed: snapshot.feed,
    entity,
    metric: 'position',
    unitOfMeasure: 'km/h',
    ...(point === null ? { value: null, absent: 'no-position' } : { point, ...motionOf(position) }),
    ...(trip === undefined ? {} : routeGroup(trip)),
  };
}

function pointOf({ latitude, longitude }: Position): Point | null {
  if (latitude === null || longitude === null || (latitude === 0 && longitude === 0)) return null;
  // Floats on the wire hold about seven digits, a metre or so: the rest would be noise.
  return [rounded(longitude, 5), rounded(latitude, 5)];
}

function motionOf({ bearing, speed }: Position): { value: number | null; bearing?: number } {
  const value = speed === null || speed < 0 ? null : rounded(speed * kmhPerMs, 2);
  return bearing === null || bearing < 0 || bearing > 360 ? { value } : { value, bearing: rounded(bearing, 1) };
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
