import { channelSchema, mappingSchema } from '@flagtower/contracts';
import { describe, expect, test } from 'vitest';

import { tableTranslator } from '../csv/table-taker.ts';
import { mappedColumns } from '../dossiers/mapped-field.ts';
import { defaultLimits } from '../limits.ts';
import { shippedMapping, shippedMappings } from './shipped-mappings.ts';

const CHANNELS = ['online', 'at-home', 'desk', 'post', 'kiosk', 'email', 'phone', 'internal', 'other'];

describe.each(shippedMappings)('the mapping $id', ({ id, fits, mapping }) => {
  test('is a mapping as an operator would write it', () => {
    expect(mappingSchema.parse(structuredClone(mapping))).toEqual(mapping);
    expect(shippedMapping(id).mapping).toBe(mapping);
  });

  test('can be compiled', () => {
    const options = { zone: 'UTC', mapping, asOf: null, caseKind: null, feed: null, limits: defaultLimits };

    expect(tableTranslator(mapping, options).columns).toEqual(mappedColumns(mapping));
  });

  test('asks only for columns that it reads', () => {
    expect(mappedColumns(mapping)).toEqual(expect.arrayContaining([...fits]));
  });

  test('gives channels of the list', () => {
    const { channel } = mapping.fields;
    const codes = typeof channel === 'object' ? Object.values(channel.values ?? {}) : [];

    expect(CHANNELS).toEqual(expect.arrayContaining(codes));
    expect(codes.every((code) => channelSchema.safeParse(code).success)).toBe(true);
  });
});

test('ids are unique, and an unknown one is refused', () => {
  expect(new Set(shippedMappings.map((it) => it.id)).size).toBe(shippedMappings.length);
  expect(() => shippedMapping('nowhere')).toThrow(expect.objectContaining({ code: 'UNKNOWN_MAPPING' }));
});
