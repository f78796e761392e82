import type { RecordDraft } from '../checked-record.ts';
import { countIn } from '../tally.ts';
import type { StopTimeUpdate, TripUpdate } from './feed-message.ts';
import { momentOf, type Snapshot } from './snapshot.ts';
import { routeGroup, tripIdentity, tripOf } from './trip-identity.ts';

/**
 * What a trip update says: how many stops it still speaks of (`stop-updates`), and the delay at each of them
 * (`arrival-delay`, seconds, early ones negative; the departure's where only that is told). A stop without a told delay
 * gives no observation: an expected time alone is no delay before it was joined with the timetable.
 */
export function tripObservations(update: TripUpdate, snapshot: Snapshot): RecordDraft[] {
  const { stopTimeUpdate } = update;
  const trip = tripOf(update);
  const entity = tripIdentity(trip);
  const occurredAt = momentOf(snapshot, update.timestamp);
  count(update, snapshot);

  const shared = {
    kind: 'observation' as const,
    version: snapshot.atMs,
    occurredAt,
    feed: snapshot.feed,
    ...routeGroup(trip),
  };
  const stops = {
    ...shared,
    recordId: `${entity}|stop-updates|${occurredAt}`,
    entity,
    metric: 'stop-updates',
    value: stopTimeUpdate.length,
    unitOfMeasure: '1',
  };
  if (entity === '') return [stops]; // one rejection for the trip is enough, not another for each stop

  const delays = stopTimeUpdate.flatMap((stop) => {
    const value = delayOf(stop);
    if (value === null) return [];
    const stopEntity = `${entity}/${stopName(stop, stopTimeUpdate)}`;
    const recordId = `${stopEntity}|arrival-delay|${occurredAt}`;
    return [{ ...shared, recordId, entity: stopEntity, metric: 'arrival-delay', value, unitOfMeasure: 's' }];
  });
  return [stops, ...delays];
}

/** Its place in the trip, or the stop; both where a feed gives one place to two stops, so that neither reading is lost. */
function stopName({ stopSequence, stopId }: StopTimeUpdate, all: readonly StopTimeUpdate[]): string {
  if (stopSequence === undefined) return stopId;
  const isAlone = all.filter((other) => other.stopSequence === stopSequence).length === 1;
  return isAlone ? String(stopSequence) : `${stopSequence}/${stopId}`;
}

/** A stop that the trip leaves out, or of which nothing is known, may still carry a number that means nothing. */
const withoutDelay = new Set(['SKIPPED', 'NO_DATA']);

function delayOf({ arrival, departure, scheduleRelationship }: StopTimeUpdate): number | null {
  if (withoutDelay.has(scheduleRelationship)) return null;
  return arrival?.delay ?? departure?.delay ?? null;
}

function count({ trip, stopTimeUpdate }: TripUpdate, { tally }: Snapshot): void {
  countIn(tally, 'trip-updates');
  countIn(tally, `trip-${trip.scheduleRelationship.toLowerCase()}`);
  countIn(tally, 'stop-time-updates', stopTimeUpdate.length);
  if (trip.routeId === '') countIn(tally, 'empty-route-id');
  const skipped = stopTimeUpdate.filter(({ scheduleRelationship }) => scheduleRelationship === 'SKIPPED').length;
  if (skipped > 0) countIn(tally, 'stops-skipped', skipped);
}
