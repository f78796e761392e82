import { expect, test } from 'vitest';

import { observationSchema } from './observation.ts';

const reading = {
  kind: 'observation',
  recordId: 'station-1/pm25/2026-11-24T03:00:00.000Z',
  occurredAt: '2026-11-24T03:00:00.000Z',
  feed: 'air',
  entity: 'station-1',
  metric: 'pm25',
  value: 41.5,
  unitOfMeasure: 'ug/m3',
};

test('a reading is a value, or tells why there is none', () => {
  expect(observationSchema.safeParse(reading).success).toBe(true);
  expect(observationSchema.safeParse({ ...reading, value: null, absent: 'not-measured' }).success).toBe(true);
  expect(observationSchema.safeParse({ ...reading, value: null }).success).toBe(false);
});

test('a place alone is a reading too', () => {
  expect(observationSchema.safeParse({ ...reading, value: null, point: [105.85, 21.03] }).success).toBe(true);
});

test('longitude comes first: Hanoi written the other way round is refused', () => {
  expect(observationSchema.safeParse({ ...reading, point: [21.03, 105.85] }).success).toBe(false);
});

test('what the schema does not name is dropped', () => {
  expect(observationSchema.parse({ ...reading, patient: 'x' })).not.toHaveProperty('patient');
});
