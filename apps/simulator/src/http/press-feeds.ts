import type { CityModel } from '../city-model.ts';
import { atomDocument, rssDocument } from '../press/news-document.ts';
import { pressEveryMs, pressPage } from '../press/press-items.ts';
import type { Feeds } from './feed-server.ts';
import { framed } from './framed.ts';

/** Papers tell by RSS, broadcasters by Atom. @param now epoch milliseconds of the city's clock */
export function pressFeeds(city: CityModel, now: () => number): Feeds {
  return {
    '/press/papers.rss': framed('papers', pressEveryMs, now, (at) => ({
      contentType: 'application/rss+xml; charset=utf-8',
      body: rssDocument(pressPage(city, 'papers', at), at),
    })),
    '/press/broadcasters.atom': framed('broadcasters', pressEveryMs, now, (at) => ({
      contentType: 'application/atom+xml; charset=utf-8',
      body: atomDocument(pressPage(city, 'broadcasters', at), at),
    })),
  };
}
