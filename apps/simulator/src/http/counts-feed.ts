import type { CityModel } from '../city-model.ts';
import { cityCounter } from '../counts/city-counts.ts';
import type { Feeds } from './feed-server.ts';

/** What the city knows of itself, for whoever holds a wall against it. @param now epoch milliseconds of the city's clock */
export function countsFeed(city: CityModel, now: () => number): Feeds {
  const counts = cityCounter(city, now);
  return {
    '/counts.json': () => {
      const told = counts();
      return { contentType: 'application/json', tag: told.at, body: JSON.stringify(told) };
    },
  };
}
