import { expect } from 'vitest';

import { test } from './import-desk.ts';
import { truth } from './real-feeds.ts';

/** Public services of an open vocabulary. */
export function catalogueFigures(): void {
  test('a public service, in both of its encodings', async ({ desk }) => {
    const { triples, classes, titles } = truth().publicService;
    const turtle = await desk.bring('catalogue/cpsv-ap/example-public-service.ttl', 'cpsv-ttl');
    const json = await desk.bring('catalogue/cpsv-ap/example-public-service.jsonld', 'cpsv-json');
    const again = await desk.bring('catalogue/cpsv-ap/example-public-service.ttl', 'cpsv-ttl');

    expect(turtle).toMatchObject({ format: 'cpsv-ap', catalogueItems: titles.length, quarantined: 0 });
    expect(json).toMatchObject({ format: 'cpsv-ap', catalogueItems: titles.length, quarantined: 0 });
    expect(again.accepted).toBe(0);
    expect(turtle.remarks).toEqual({
      triples,
      ...Object.fromEntries(Object.entries(classes).map(([name, count]) => [`class:${name}`, count])),
    });
  });
}
