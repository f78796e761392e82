export { gunzip, withinSize } from './decompress.ts';
export { formatSchema, type Format } from './format.ts';
export { readerOf } from './formats.ts';
export { defaultLimits, type Limits } from './limits.ts';
export type { Parsed } from './parsed.ts';
export { zoneFor, type ReadOptions, type Reader } from './reader.ts';
export { joinTrips } from './gtfs/trip-join.ts';
export { tripIdOf } from './gtfs-rt/trip-identity.ts';
