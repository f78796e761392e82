import { codeSchema } from '@flagtower/contracts';

import type { TripDescriptor, TripUpdate } from './feed-message.ts';

/**
 * The name under which a trip is observed: trip id and service day (`start_date`, not the UTC date). The day is left out
 * where the feed does not tell it: a service day guessed from a clock is wrong after midnight. Trips that run by headway
 * (`UNSCHEDULED`) are told apart by their start time; trips without an id by route, direction, day and start time.
 * @returns empty when nothing identifies the trip
 */
export function tripIdentity({ tripId, routeId, directionId, startDate, startTime, ...trip }: TripDescriptor): string {
  const started = trip.scheduleRelationship === 'UNSCHEDULED' ? startTime : '';
  if (tripId !== '') return joined([tripId, startDate, started]);
  if (routeId === '' || startTime === '') return '';
  return joined([routeId, String(directionId), startDate, startTime]);
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('/');
}

/**
 * The trip that an update speaks of. A `DUPLICATED` one is described by the trip it copies and told apart by properties
 * of its own: under its descriptor it would be taken for the original.
 */
export function tripOf({ trip, tripProperties: own }: TripUpdate): TripDescriptor {
  if (trip.scheduleRelationship !== 'DUPLICATED') return trip;
  return {
    ...trip,
    tripId: own.tripId || joined([trip.tripId, own.startTime]),
    startDate: own.startDate || trip.startDate,
    startTime: own.startTime || trip.startTime,
  };
}

/** The id by which the timetable knows the trip of an observed entity. */
export function tripIdOf(entity: string): string {
  return entity.replace(/\/\d{8}(\/\d\d?:\d\d:\d\d)?$/, '');
}

/** The route as the group of an observation; none where the feed leaves it empty or it is no code. */
export function routeGroup({ routeId }: Pick<TripDescriptor, 'routeId'>): { group?: string } {
  return codeSchema.safeParse(routeId).success ? { group: routeId } : {};
}
