import { describe, expect } from 'vitest';

import { bearer, test } from '../testing/test-service.ts';

/** A notification as a context broker sends it: NGSI-v2, clause `notification`; the data model is Smart Data Models' AirQualityObserved. */
const notification = {
  subscriptionId: '57458eb60962ef754e7c0998',
  data: [
    {
      id: 'HN-01',
      type: 'AirQualityObserved',
      dateObserved: { type: 'DateTime', value: '2026-03-02T01:00:00.000Z' },
      pm25: { type: 'Number', value: 61.5, metadata: { unitCode: { value: 'GQ' } } },
    },
  ],
};

describe('a notification of a subscription', () => {
  test('is taken in the words of its broker, once', async ({ service }) => {
    const key = await service.source('broker');
    const notify = () =>
      service.app.inject({
        method: 'POST',
        url: '/v1/intake/broker?format=ngsi',
        headers: { ...bearer(key), 'content-type': 'application/ld+json' },
        payload: JSON.stringify(notification),
      });

    const first = await notify();
    const again = await notify();

    expect(first.json()).toMatchObject({ accepted: 1, duplicates: 0, quarantined: 0 });
    expect(again.json()).toMatchObject({ accepted: 0, duplicates: 1, quarantined: 0 });
  });

  test('in an unknown format, or with something else in it, is refused as a whole', async ({ service }) => {
    const key = await service.source('strange');
    const send = async (format: string) =>
      (
        await service.app.inject({
          method: 'POST',
          url: `/v1/intake/strange?format=${format}`,
          headers: { ...bearer(key), 'content-type': 'application/json' },
          payload: '<html></html>',
        })
      ).json<{ code: string }>().code;

    expect([await send('telepathy'), await send('ngsi')]).toEqual(['UNKNOWN_FORMAT', 'BAD_FILE']);
  });
});
