interface Told {
  readonly value: number;
  /** UN/CEFACT common code; left out where the data model declares the unit. */
  readonly unitCode?: string;
}

export interface NgsiEntity {
  readonly type: string;
  readonly id: string;
  readonly point: readonly [number, number];
  /** Epoch milliseconds. */
  readonly at: number;
  readonly values: Readonly<Record<string, Told>>;
  /** What the data model has words for. */
  readonly words?: Readonly<Record<string, string>>;
}

const context = ['https://uri.etsi.org/ngsi-ld/v1/ngsi-ld-core-context.jsonld'];

/** A list of normalised NGSI-LD entities, as a context broker answers a query. */
export function ngsiDocument(entities: readonly NgsiEntity[]): string {
  return JSON.stringify(
    entities.map(({ type, id, point, at, values, words = {} }) => ({
      id: `urn:ngsi-ld:${type}:${id}`,
      type,
      dateObserved: { type: 'Property', value: { '@type': 'DateTime', '@value': new Date(at).toISOString() } },
      location: { type: 'GeoProperty', value: { type: 'Point', coordinates: point } },
      ...Object.fromEntries(Object.entries(values).map(([name, told]) => [name, { type: 'Property', ...told }])),
      ...Object.fromEntries(Object.entries(words).map(([name, value]) => [name, { type: 'Property', value }])),
      '@context': context,
    })),
  );
}
