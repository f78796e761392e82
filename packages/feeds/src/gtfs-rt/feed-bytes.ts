import { readFileSync } from 'node:fs';

import { parse } from 'protobufjs';

const proto = readFileSync(new URL('gtfs-realtime.proto', import.meta.url), 'utf8');
/** The file leaves out the message that holds the rest, because the reader takes it apart by hand. */
const messageType = parse(
  `${proto}
  message FeedMessage { required FeedHeader header = 1; repeated FeedEntity entity = 2; }`,
).root.lookupType('transit_realtime.FeedMessage');

/** POSIX seconds at which the messages of the tests were made, and the same as text. */
export const madeAt = 1_700_000_000;
export const madeAtText = '2023-11-14T22:13:20.000Z';

/** For tests: a GTFS-Realtime message on the wire. */
export function feedBytes(entity: object[], header: object = { timestamp: madeAt }): Uint8Array {
  const message = messageType.fromObject({ header: { gtfsRealtimeVersion: '2.0', ...header }, entity });
  return messageType.encode(message).finish();
}
