import type { CityModel } from '../city-model.ts';
import { callFrames, callReadings, callsEveryMs, callsSince, earlierCalls } from '../emergency/calls.ts';
import { bedDocument } from '../emergency/fhir-document.ts';
import {
  bedsEveryMs,
  dengueEveryMs,
  dengueReading,
  earlierDengue,
  hospitalBeds,
  waitReadings,
} from '../emergency/hospitals.ts';
import { linesOf, type Reading } from '../readings/reading.ts';
import type { FeedDocument, Feeds } from './feed-server.ts';
import { framed } from './framed.ts';

const contentType = 'application/x-ndjson';

/** Hospital beds as FHIR; calls, waits and dengue, which have no standard of their own, as lines of our record format. @param now epoch milliseconds of the city's clock */
export function emergencyFeeds(city: CityModel, now: () => number): Feeds {
  const lines = (
    name: string,
    everyMs: number,
    make: (at: number, since: number) => readonly Reading[],
  ): (() => FeedDocument) =>
    framed(name, everyMs, now, (at, since) => ({ contentType, body: linesOf(make(at, since)) }));
  return {
    '/emergency/calls.ndjson': lines('calls', callsEveryMs, (at, since) => [
      ...earlierCalls(city, since, at),
      ...callFrames(callsSince(city, since, at), at).flatMap((frame) => callReadings(city, frame, at)),
      ...waitReadings(city, at),
    ]),
    '/fhir/beds.json': framed('beds', bedsEveryMs, now, (at) => ({
      contentType: 'application/fhir+json',
      body: bedDocument(hospitalBeds(city, at), at),
    })),
    '/health/dengue.ndjson': lines('dengue', dengueEveryMs, (at, since) => [
      ...earlierDengue(city, since, at),
      dengueReading(city, at),
    ]),
  };
}
