import { checkedRecord, type RecordDraft } from '../checked-record.ts';
import { itemsInBatches } from '../items-in-batches.ts';
import type { Parsed } from '../parsed.ts';
import type { Reader, ReadOptions } from '../reader.ts';
import { rejected } from '../reject.ts';
import { countIn, remarksOf } from '../tally.ts';
import { wholeFile } from '../whole-file.ts';
import { readEntity, splitFeedMessage, type FeedEntity } from './feed-message.ts';
import type { Snapshot } from './snapshot.ts';
import { transitNotice } from './transit-alert.ts';
import { tripIdentity, tripOf } from './trip-identity.ts';
import { tripObservations } from './trip-update.ts';
import { vehicleObservation } from './vehicle-position.ts';

/** A message is one snapshot and cannot be streamed; the largest public ones are under 20 MiB. */
const maxMessageBytes = 64 * 1024 * 1024;
const defaultFeed = 'bus';

/** GTFS-Realtime trip updates, vehicle positions and alerts; the feed is `bus` unless the operator names another. */
export const gtfsRtReader: Reader = (bytes, options) => itemsInBatches(items(bytes, options));

async function* items(bytes: AsyncIterable<Uint8Array>, options: ReadOptions): AsyncGenerator<Parsed> {
  const message = await wholeFile(bytes, Math.min(maxMessageBytes, options.limits.unpackedBytes));
  const { header, entities } = splitFeedMessage(message);
  const fetchedMs = options.asOf === null ? 0 : Date.parse(options.asOf);
  const snapshot: Snapshot = {
    feed: options.feed ?? defaultFeed,
    atMs: header.timestamp === 0 ? fetchedMs : header.timestamp * 1000,
    tally: new Map(),
  };
  if (header.timestamp === 0) countIn(snapshot.tally, 'publication-time-missing');

  const trips = new Set<string>();
  const alerts = new Set<string>();
  let isComplete = header.incrementality === 'FULL_DATASET' && snapshot.atMs !== 0;
  let line = 0;
  for (const entityBytes of entities) {
    line += 1;
    const entity = readEntity(entityBytes);
    if (entity === null) {
      // It may have been an alert: who does not know which must not end any.
      isComplete = false;
      yield rejected(line, 'not-parseable', [], `Entity ${line} is broken protobuf: tell whoever makes the feed`);
      continue;
    }
    if (entity.alert !== undefined) alerts.add(entity.id);
    countRepeated(entity, trips, snapshot);
    for (const draft of draftsOf(entity, snapshot)) yield checkedRecord(line, 'entity', draft);
  }
  yield* remarksOf(snapshot.tally);
  const holdsOthers = alerts.size === 0 && line > 0;
  if (isComplete) yield { kind: 'snapshot', holdsOthers, atMs: snapshot.atMs, present: [...alerts] };
}

/** Two updates of one trip in one snapshot are one record told twice: the ledger sees the duplicate, the reader says so. */
function countRepeated({ tripUpdate }: FeedEntity, seen: Set<string>, { tally }: Snapshot): void {
  if (tripUpdate === undefined) return;
  const trip = tripIdentity(tripOf(tripUpdate));
  if (trip !== '' && seen.has(trip)) countIn(tally, 'trip-repeated');
  seen.add(trip);
}

function draftsOf(entity: FeedEntity, snapshot: Snapshot): RecordDraft[] {
  const { id, tripUpdate, vehicle, alert, isDeleted } = entity;
  const drafts: RecordDraft[] = [];
  if (alert !== undefined) drafts.push(transitNotice(alert, entity, snapshot));
  if (isDeleted) {
    // What was measured stays measured: only an alert can be taken back.
    countIn(snapshot.tally, 'entity-deleted');
    return drafts;
  }
  if (tripUpdate !== undefined) drafts.push(...tripObservations(tripUpdate, snapshot));
  if (vehicle !== undefined) drafts.push(vehicleObservation(vehicle, id, snapshot));
  return drafts;
}
