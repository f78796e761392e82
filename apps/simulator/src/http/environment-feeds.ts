import type { CityModel } from '../city-model.ts';
import { airQuality, airStations } from '../environment/air-quality.ts';
import { rainAndWater, stationsEveryMs, waterSpots } from '../environment/rain-and-water.ts';
import { ngsiDocument } from '../readings/ngsi-entity.ts';
import { measuringSpots } from '../readings/spots.ts';
import type { Feeds } from './feed-server.ts';
import { framed } from './framed.ts';

const contentType = 'application/ld+json';

/**
 * Air, rain and water as NGSI-LD entities.
 * @param now epoch milliseconds of the city's clock
 * @param areGaugesPulled rain and water are asked for, not told to a broker
 */
export function environmentFeeds(city: CityModel, now: () => number, areGaugesPulled: boolean): Feeds {
  const stations = measuringSpots(city, city.placesOn(city.days.dayOf(now())), airStations);
  const water = waterSpots(city, now());
  return {
    '/ngsi-ld/air-quality.json': framed('air', stationsEveryMs, now, (at) => ({
      contentType,
      body: ngsiDocument(airQuality(city, stations, at)),
    })),
    ...(areGaugesPulled
      ? {
          '/ngsi-ld/rain-and-water.json': framed('water', stationsEveryMs, now, (at) => ({
            contentType,
            body: ngsiDocument(rainAndWater(city, water, at)),
          })),
        }
      : {}),
  };
}
