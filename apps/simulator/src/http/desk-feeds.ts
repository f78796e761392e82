import { systemReadings, watchEveryMs, watchReadings } from '../cases/security/watch.ts';
import { helpDeskEveryMs, helpDeskReadings } from '../cases/tickets/help-desk.ts';
import type { CityModel } from '../city-model.ts';
import { linesOf } from '../readings/reading.ts';
import type { Feeds } from './feed-server.ts';
import { framed } from './framed.ts';

const contentType = 'application/x-ndjson';

/** What the help desk measures beside its tickets. @param now epoch milliseconds of the city's clock */
export function helpDeskFeeds(city: CityModel, now: () => number): Feeds {
  return {
    '/it-support/help-desk.ndjson': framed('help-desk', helpDeskEveryMs, now, (at, since) => ({
      contentType,
      body: linesOf(helpDeskReadings(city, since, at)),
    })),
  };
}

/**
 * What the security watch measures beside its incidents.
 * @param now epoch milliseconds of the city's clock
 * @param tellsDetection false: how long incidents had gone unseen is told with them
 */
export function watchFeeds(city: CityModel, now: () => number, tellsDetection: boolean): Feeds {
  return {
    '/security/watch.ndjson': framed('watch', watchEveryMs, now, (at, since) => ({
      contentType,
      body: linesOf(tellsDetection ? watchReadings(city, since, at) : systemReadings(city, at)),
    })),
  };
}
