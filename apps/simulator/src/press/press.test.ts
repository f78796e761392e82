import { describe, expect, test } from 'vitest';

import { cityModel } from '../city-model.ts';
import { pressFeeds } from '../http/press-feeds.ts';
import { sampleCity } from '../testing/sample-city.ts';
import { pressItemsOf, pressPage } from './press-items.ts';

const city = cityModel(sampleCity(), 1);
/** A Wednesday, 15:00. */
const at = Date.parse('2026-03-18T15:00:00+07:00');
const day = city.days.dayOf(at);

describe('the press', () => {
  test('is the same for one seed and another for another', () => {
    expect(pressItemsOf(city, day)).toEqual(pressItemsOf(cityModel(sampleCity(), 1), day));
    expect(pressItemsOf(city, day)).not.toEqual(pressItemsOf(cityModel(sampleCity(), 2), day));
  });

  test('writes less on days off and little at night', () => {
    const items = pressItemsOf(city, day);
    const atNight = items.filter(({ publishedAt }) => publishedAt < city.days.startOf(day) + 5 * 3_600_000);

    expect(pressItemsOf(city, day + 4).length).toBeLessThan(items.length);
    expect(atNight.length).toBeLessThan(items.length / 10);
  });

  test('is answered within the deadline, mostly', () => {
    const replies = Array.from({ length: 28 }, (_, back) => pressItemsOf(city, day - back)).flatMap((items) =>
      items.flatMap(({ reply }) => reply ?? []),
    );
    const onTime = replies.filter(({ dueAt, repliedAt }) => repliedAt <= dueAt).length;

    expect(onTime / replies.length).toBeGreaterThan(0.8);
    expect(onTime).toBeLessThan(replies.length);
  });

  test('tells nothing that has not happened yet', () => {
    const feeds = pressFeeds(city, () => at);

    const documents = Object.values(feeds).map((make) => String(make(new URLSearchParams())?.body));

    const told = documents.flatMap((text) =>
      [...text.matchAll(/<(?:pubDate|published|press:repliedAt)>([^<]+)</g)].map(([, time]) => Date.parse(time ?? '')),
    );
    expect(told.length).toBeGreaterThan(100);
    expect(Math.max(...told)).toBeLessThanOrEqual(at);
    expect(pressPage(city, 'papers', at).some(({ reply }) => reply !== null && reply.repliedAt > at)).toBe(true);
  });
});
