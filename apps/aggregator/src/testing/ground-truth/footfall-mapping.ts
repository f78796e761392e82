import { mappingSchema } from '@flagtower/contracts';

/** As an operator would write it: no mapping of these columns comes with the product. */
export const footfallMapping = mappingSchema.parse({
  mapping: 1,
  name: 'Footfall by day',
  shape: 'series',
  series: {
    feed: 'footfall',
    at: 'ds',
    entity: { constant: 'city' },
    values: [{ column: 'y', metric: 'people', unit: '{person}' }],
  },
});
