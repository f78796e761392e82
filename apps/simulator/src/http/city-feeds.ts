import { alertsEveryMs, messagesOnPage } from '../alerts/alert-message.ts';
import { capDocument } from '../alerts/cap-document.ts';
import { busFleet } from '../buses/bus-fleet.ts';
import { tripUpdates, vehiclePositions } from '../buses/gtfs-realtime.ts';
import { minuteMs } from '../calendar/city-days.ts';
import type { CityModel } from '../city-model.ts';
import { ngsiDocument } from '../readings/ngsi-entity.ts';
import { measuringSpots } from '../readings/spots.ts';
import { isSilentAt } from '../story/story.ts';
import { cameraEntities, camerasEveryMs, trafficCameras } from '../traffic/cameras.ts';
import { measuredDataDocument, situationsDocument } from '../traffic/datex2-document.ts';
import { incidentsAt, incidentsEveryMs } from '../traffic/road-incident.ts';
import { roadSegments, type RoadSegment } from '../traffic/road-segments.ts';
import { roadsEveryMs, roadTraffic } from '../traffic/road-traffic.ts';
import type { FeedDocument, Feeds } from './feed-server.ts';
import { framed } from './framed.ts';

/** How often each document is made anew. */
const positionsEveryMs = 30_000;
const tripsEveryMs = minuteMs;

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

const xmlType = 'application/xml; charset=utf-8';
const ngsiType = 'application/ld+json';

/** The road operator's DATEX II documents, and the state of the cameras. @param now epoch milliseconds of the city's clock */
export function roadFeeds(city: CityModel, now: () => number): Feeds {
  const roads = roadNetwork(city);
  const cameras = measuringSpots(city, city.placesOn(city.days.dayOf(now())), trafficCameras);
  const roadDocument = (name: string, everyMs: number, make: (at: number) => string): (() => FeedDocument | null) => {
    const document = framed(name, everyMs, now, (at) => ({ contentType: xmlType, body: make(at) }));
    return () => (isSilentAt(city, now()) ? null : document());
  };
  return {
    '/datex2/measured-data.xml': roadDocument('roads', roadsEveryMs, (at) =>
      measuredDataDocument(
        roads(at).map((segment) => roadTraffic(city, segment, at)),
        at,
      ),
    ),
    '/datex2/situations.xml': roadDocument('situations', incidentsEveryMs, (at) =>
      situationsDocument(incidentsAt(city, roads(at), at), at),
    ),
    '/ngsi-ld/cameras.json': framed('cameras', camerasEveryMs, now, (at, since) => ({
      contentType: ngsiType,
      body: ngsiDocument(cameraEntities(city, cameras, since, at)),
    })),
  };
}

/** The stretches of road of a moment's day, kept while the day lasts. */
function roadNetwork(city: CityModel): (at: number) => readonly RoadSegment[] {
  let held: { readonly day: number; readonly segments: readonly RoadSegment[] } | null = null;
  return (at) => {
    const day = city.days.dayOf(at);
    if (held?.day !== day) held = { day, segments: roadSegments(city, city.placesOn(day)) };
    return held.segments;
  };
}
