import { messagesOnPage } from '../alerts/alert-message.ts';
import { capDocument } from '../alerts/cap-document.ts';
import { busFleet } from '../buses/bus-fleet.ts';
import { tripUpdates, vehiclePositions } from '../buses/gtfs-realtime.ts';
import { minuteMs } from '../calendar/city-days.ts';
import type { CityModel } from '../city-model.ts';
import type { FeedDocument, Feeds } from './feed-server.ts';

/** How often each document is made anew. */
const positionsEveryMs = 30_000;
const tripsEveryMs = minuteMs;
const alertsEveryMs = minuteMs;

const protobufType = 'application/x-protobuf';

/** The buses' GTFS-Realtime documents. @param now epoch milliseconds of the city's clock */
export function busFeeds(city: CityModel, now: () => number): Feeds {
  const fleet = busFleet(city);
  return {
    '/gtfs-rt/vehicle-positions.pb': framed('positions', positionsEveryMs, now, (at) => ({
      contentType: protobufType,
      body: vehiclePositions(fleet.positionsAt(at), at),
    })),
    '/gtfs-rt/trip-updates.pb': framed('trips', tripsEveryMs, now, (at) => ({
      contentType: protobufType,
      body: tripUpdates(fleet.positionsAt(at), at),
    })),
  };
}

/** The warning office's page. @param now epoch milliseconds of the city's clock */
export function alertFeeds(city: CityModel, now: () => number): Feeds {
  return {
    '/cap/alerts.xml': framed('alerts', alertsEveryMs, now, (at) => ({
      contentType: 'application/xml; charset=utf-8',
      body: capDocument(messagesOnPage(city, at), at, city.zone),
    })),
  };
}

/** A document that changes every so often: within a frame it is made once and has one tag. */
function framed(
  name: string,
  everyMs: number,
  now: () => number,
  make: (at: number) => Omit<FeedDocument, 'tag'>,
): () => FeedDocument {
  let held: FeedDocument | null = null;
  return () => {
    const frame = Math.floor(now() / everyMs);
    const tag = `${name}-${frame}`;
    if (held?.tag !== tag) held = { ...make(frame * everyMs), tag };
    return held;
  };
}
