import { instantSchema, readingsMappingSchema } from '@flagtower/contracts';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readReadings } from './read-readings.ts';

const mapping = readingsMappingSchema.parse({
  feed: 'air',
  entity: { topic: 'station' },
  occurredAt: { path: '/time' },
  values: [
    { metric: { text: 'pm25' }, path: '/data/pm25', unitOfMeasure: 'ug/m3' },
    { metric: { text: 'no2' }, path: '/data/no2', unitOfMeasure: 'ug/m3' },
  ],
});
const asked = { mapping, topic: { station: 'long-bien' }, zone: 'Asia/Ho_Chi_Minh' };

describe('a message', () => {
  test('brings an observation for each value, in the zone of its source', () => {
    const parsed = readReadings('{"time":"2026-11-24T10:00:00","data":{"pm25":41.5,"no2":"17"}}', asked);

    expect(parsed).toMatchObject([
      {
        kind: 'record',
        record: { entity: 'long-bien', metric: 'pm25', value: 41.5, occurredAt: '2026-11-24T03:00:00.000Z' },
      },
      { kind: 'record', record: { metric: 'no2', value: 17, recordId: 'long-bien/no2/2026-11-24T03:00:00.000Z' } },
    ]);
  });

  test('tells what was not measured, and nothing of what it does not name', () => {
    const parsed = readReadings('{"time":"2026-11-24T03:00:00Z","data":{"pm25":null},"name":"Mr X"}', asked);

    expect(parsed).toMatchObject([{ record: { value: null, absent: 'not-measured' } }]);
    expect(JSON.stringify(parsed)).not.toContain('Mr X');
  });

  test.for([
    ['{"time":', 'not-parseable'],
    ['7', 'not-parseable'],
    ['{"data":{"pm25":1}}', 'bad-time'],
    ['{"time":"yesterday","data":{"pm25":1}}', 'bad-time'],
    ['{"time":"2026-11-24T03:00:00Z","data":{}}', 'missing-field'],
    ['{"time":"2026-11-24T03:00:00Z","data":{"pm25":"much"}}', 'bad-value'],
  ] as const)('%s is refused: %s', ([text, reason]) => {
    expect(readReadings(text, asked)).toMatchObject([{ kind: 'rejected', rejection: { reason } }]);
  });

  test('tells where the thing is; a place that cannot be is refused', () => {
    const placed = { ...asked, mapping: { ...mapping, point: { longitude: '/lon', latitude: '/lat' } } };
    const message = { time: '2026-11-24T03:00:00Z', data: { pm25: 1 } };

    expect(readReadings(JSON.stringify({ ...message, lon: 105.85, lat: 21.03 }), placed)).toMatchObject([
      { record: { point: [105.85, 21.03] } },
    ]);
    expect(readReadings(JSON.stringify({ ...message, lon: 21.03, lat: 105.85 }), placed)).toMatchObject([
      { kind: 'rejected' },
    ]);
  });

  test('may tell its time in seconds since 1970', () => {
    const inSeconds = { ...asked, mapping: { ...mapping, occurredAt: { path: '/time', as: 'seconds' as const } } };

    expect(readReadings('{"time":1795489200.5,"data":{"pm25":1}}', inSeconds)).toMatchObject([
      { record: { occurredAt: '2026-11-24T03:00:00.500Z' } },
    ]);
  });

  test('that tells no time is taken at its arrival where that is allowed, and is uncertain; a broken time stays broken', () => {
    const receivedAt = instantSchema.parse('2026-11-24T03:00:07.000Z');
    const allowed = { ...asked, receivedAt };

    expect(readReadings('{"data":{"pm25":1}}', allowed)).toMatchObject([
      { record: { occurredAt: receivedAt, quality: 'uncertain' } },
    ]);
    expect(readReadings('{"time":"2026-11-24T03:00:00Z","data":{"pm25":1}}', allowed)).toMatchObject([
      { record: { occurredAt: '2026-11-24T03:00:00.000Z', quality: 'good' } },
    ]);
    expect(readReadings('{"time":"yesterday","data":{"pm25":1}}', allowed)).toMatchObject([
      { kind: 'rejected', rejection: { reason: 'bad-time' } },
    ]);
  });

  test('of whatever JSON is a record or a refusal', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(readReadings(text, asked).every(({ kind }) => kind === 'record' || kind === 'rejected')).toBe(true);
      }),
    );
  });
});
