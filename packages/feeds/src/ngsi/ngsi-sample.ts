type Json = Readonly<Record<string, unknown>>;

/** For tests: a normalised entity of NGSI-LD, an air station of Hanoi. */
export function normalisedEntity(more: Json = {}): Json {
  return {
    id: 'urn:ngsi-ld:AirQualityObserved:HN-01',
    type: 'AirQualityObserved',
    dateObserved: { type: 'Property', value: { '@type': 'DateTime', '@value': '2026-11-24T08:00:00+07:00' } },
    location: { type: 'GeoProperty', value: { type: 'Point', coordinates: [105.85, 21.03] } },
    pm25: { type: 'Property', value: 61.5, unitCode: 'GQ' },
    '@context': ['https://uri.etsi.org/ngsi-ld/v1/ngsi-ld-core-context.jsonld'],
    ...more,
  };
}

/** For tests: the same station as NGSI-v2 tells it. */
export function v2Entity(more: Json = {}): Json {
  return {
    id: 'HN-01',
    type: 'AirQualityObserved',
    dateObserved: { type: 'DateTime', value: '2026-11-24T08:00:00+07:00' },
    location: { type: 'geo:json', value: { type: 'Point', coordinates: [105.85, 21.03] } },
    pm25: { type: 'Number', value: 61.5, metadata: { unitCode: { value: 'GQ' } } },
    ...more,
  };
}

/** For tests: a car park as key-values. */
export function parkingKeyValues(more: Json = {}): Json {
  return {
    id: 'urn:ngsi-ld:OnStreetParking:P1',
    type: 'OnStreetParking',
    dateModified: '2026-11-24T01:00:00Z',
    location: { type: 'Point', coordinates: [105.84, 21.02] },
    availableSpotNumber: 12,
    totalSpotNumber: 40,
    ...more,
  };
}

/** For tests: what a subscription sends. */
export function notification(data: readonly Json[], notifiedAt = '2026-11-24T01:05:00Z'): Json {
  return {
    id: 'urn:ngsi-ld:Notification:1',
    type: 'Notification',
    subscriptionId: 'urn:ngsi-ld:Subscription:1',
    notifiedAt,
    data,
  };
}
