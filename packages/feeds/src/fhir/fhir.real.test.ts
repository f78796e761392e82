import { describe, expect, test } from 'vitest';

import { detectFormat } from '../detect.ts';
import { readAll, recordsIn, remarksIn } from '../read-all.ts';
import { sharedFeed } from '../shared-feeds.ts';
import { fhirReader } from './fhir-reader.ts';

describe('real FHIR', () => {
  test('occupied beds are absent, not zero', async ({ skip }) => {
    const bytes = sharedFeed('health/fhir-saner/MeasureReport-NJ-20200410-CDC.json', skip);
    const parsed = await readAll(fhirReader, bytes);
    const figures = Object.fromEntries(recordsIn(parsed, 'observation').map(({ metric, value }) => [metric, value]));

    expect(detectFormat(bytes, null)).toEqual({ format: 'fhir', gzip: false });
    expect(figures).toMatchObject({ numTotBeds: 20_000, numICUBeds: 2500, numVentUse: 1976, numBedsOcc: null });
    expect(recordsIn(parsed, 'observation')[0]).toMatchObject({
      entity: 'Location/states-NJ',
      occurredAt: '2020-04-10T05:00:00.000Z',
    });
  });

  test.for([
    ['Bundle-bundle-example', { entries: 2, 'resource:Medication': 1 }, 0],
    ['Encounter-emerg', { 'resource:Encounter': 1, 'encounters-in-part-not-counted': 1 }, 0],
    ['HealthcareService-example', { 'resource:HealthcareService': 1 }, 0],
    ['Location-1', { 'resource:Location': 1 }, 1],
    ['Location-ph', { 'resource:Location': 1, 'places-not-read': 1 }, 0],
    ['MeasureReport-hiv-indicators', { groups: 3, populations: 0, stratifiers: 3, 'figure-repeated': 2 }, 1],
    ['Observation-example', { 'resource:Observation': 1, 'of-persons-not-read': 1 }, 0],
  ] as const)('HL7’s own %s', async ([file, remarks, records], { skip }) => {
    const bytes = sharedFeed(`health/fhir-r4/${file}.json`, skip);
    const parsed = await readAll(fhirReader, bytes);

    expect(detectFormat(bytes, null)?.format).toBe('fhir');
    expect(parsed.filter(({ kind }) => kind === 'rejected')).toEqual([]);
    expect(parsed.filter(({ kind }) => kind === 'record')).toHaveLength(records);
    expect(remarksIn(parsed)).toMatchObject(remarks);
  });
});
