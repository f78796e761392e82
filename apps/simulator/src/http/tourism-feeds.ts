import type { CityModel } from '../city-model.ts';
import { ngsiDocument } from '../readings/ngsi-entity.ts';
import { linesOf } from '../readings/reading.ts';
import { measuringSpots } from '../readings/spots.ts';
import { siteEntities, sitesEveryMs, touristSites } from '../tourism/sites.ts';
import { arrivalReadings, roomReadings, visitorsEveryMs } from '../tourism/visitors.ts';
import type { Feeds } from './feed-server.ts';
import { framed } from './framed.ts';

/** Sites as NGSI-LD entities; arrivals and rooms as lines of our record format. @param now epoch milliseconds of the city's clock */
export function tourismFeeds(city: CityModel, now: () => number): Feeds {
  const sites = measuringSpots(city, city.placesOn(city.days.dayOf(now())), touristSites);
  return {
    '/ngsi-ld/tourist-sites.json': framed('sites', sitesEveryMs, now, (at) => ({
      contentType: 'application/ld+json',
      body: ngsiDocument(siteEntities(city, sites, at)),
    })),
    '/tourism/visitors.ndjson': framed('visitors', visitorsEveryMs, now, (at, since) => {
      const frames = Array.from({ length: Math.max(0, Math.round((at - since) / visitorsEveryMs)) }, (_, index) => {
        return at - index * visitorsEveryMs;
      });
      const readings = [...frames.flatMap((frame) => arrivalReadings(city, frame)), ...roomReadings(city, at)];
      return { contentType: 'application/x-ndjson', body: linesOf(readings) };
    }),
  };
}
