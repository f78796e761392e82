import { describe, expect, test } from 'vitest';

import type { Parsed } from '../parsed.ts';
import { readAll, recordsIn, remarksIn } from '../read-all.ts';
import { fhirReader } from './fhir-reader.ts';
import { bedReport, bundle, hospital, visit, waitingTime } from './fhir-sample.ts';

const read = async (value: unknown): Promise<Parsed[]> =>
  await readAll(fhirReader, new TextEncoder().encode(JSON.stringify(value)));
const rejections = (parsed: readonly Parsed[]) =>
  parsed.flatMap((it) => (it.kind === 'rejected' ? [it.rejection] : []));

describe('reports of beds', () => {
  test('a count is a reading, 0 is 0, and what is held back has a reason in place of a value', async () => {
    const parsed = await read(bedReport());

    expect(recordsIn(parsed, 'observation')).toMatchObject([
      {
        metric: 'numTotBeds',
        value: 800,
        entity: 'Location/bv-01',
        feed: 'health',
        occurredAt: '2026-11-24T00:00:00.000Z',
      },
      { metric: 'numVentUse', value: 0 },
      { metric: 'numBedsOcc', value: null, absent: 'unsupported' },
    ]);
    expect(remarksIn(parsed)).toMatchObject({ populations: 3, absent: 1 });
  });

  test('a later report on the same period replaces the earlier one', async () => {
    const [first] = recordsIn(await read(bedReport()), 'observation');
    const [later] = recordsIn(await read(bedReport({ id: 'x', date: '2026-11-24T09:00:00+07:00' })), 'observation');

    expect(later?.recordId).toBe(first?.recordId);
    expect(later?.version).toBeGreaterThan(first?.version ?? 0);
  });

  test('a location of the same bundle gives the place', async () => {
    const parsed = await read(bundle([bedReport(), hospital()]));

    expect(recordsIn(parsed, 'observation')[0]?.point).toEqual([105.84, 21]);
    expect(recordsIn(parsed, 'catalogue-item')).toMatchObject([
      { itemType: 'facility', code: 'bv-01', names: [{ name: 'Bệnh viện số 1' }] },
    ]);
    expect(JSON.stringify(parsed)).not.toContain('0240000000');
  });

  test('a report that is not complete or speaks of one person is counted, and nothing of it is kept', async () => {
    const pending = await read(bedReport({ status: 'pending' }));
    const person = await read(bedReport({ subject: { reference: 'Patient/1' } }));

    expect([recordsIn(pending, 'observation'), recordsIn(person, 'observation')]).toEqual([[], []]);
    expect(remarksIn(pending)).toMatchObject({ 'not-complete': 1 });
    expect(remarksIn(person)).toMatchObject({ 'of-persons-not-read': 1 });
  });

  test('two figures by one code are no figure', async () => {
    const population = (count: number) => ({ code: { coding: [{ code: 'beds' }] }, count });
    const parsed = await read(bedReport({ group: [{ population: [population(1), population(2), population(1)] }] }));

    expect(recordsIn(parsed, 'observation')).toMatchObject([{ value: 1 }]);
    expect(rejections(parsed)).toMatchObject([{ reason: 'bad-identity', fields: ['group.code'] }]);
    expect(remarksIn(parsed)).toMatchObject({ 'figure-repeated': 1 });
  });

  test('a period that cannot be read is a rejection with its place', async () => {
    const parsed = await read(bundle([bedReport(), bedReport({ period: { end: 'yesterday' } })]));

    expect(rejections(parsed)).toMatchObject([{ line: 2, reason: 'bad-time', fields: ['period.end'] }]);
    expect(recordsIn(parsed, 'observation')).toHaveLength(3);
  });
});

describe('measurements', () => {
  test('of a place are kept in their unit of UCUM', async () => {
    expect(recordsIn(await read(waitingTime()), 'observation')).toMatchObject([
      { entity: 'Location/bv-01', metric: 'waiting-time', value: 25, unitOfMeasure: 'min' },
    ]);
  });

  test('in a unit that nobody knows are refused, and so is a bound', async () => {
    const strange = await read(waitingTime({ valueQuantity: { value: 1, code: '[foo]' } }));
    const bound = await read(waitingTime({ valueQuantity: { value: 1, code: 'min', comparator: '<' } }));

    for (const parsed of [strange, bound])
      expect(rejections(parsed)).toMatchObject([{ reason: 'bad-value', fields: ['valueQuantity.code'] }]);
  });

  test('that are absent have a reason, and those of a person are not read', async () => {
    const absent = await read(
      waitingTime({ valueQuantity: undefined, dataAbsentReason: { coding: [{ code: 'error' }] } }),
    );
    const person = await read(waitingTime({ subject: { reference: 'Patient/1' } }));

    expect(recordsIn(absent, 'observation')).toMatchObject([{ value: null, absent: 'error' }]);
    expect(recordsIn(person, 'observation')).toEqual([]);
  });
});

describe('visits', () => {
  test('are added up by house, class and status, and none of them is kept', async () => {
    const parsed = await read(bundle([visit('1'), visit('2'), visit('3', { class: { code: 'IMP' } })]));

    expect(recordsIn(parsed, 'observation')).toMatchObject([
      {
        entity: 'Organization/bv-01',
        metric: 'encounters-emergency-in-progress',
        value: 2,
        occurredAt: '2026-11-24T01:10:00.000Z',
      },
      { metric: 'encounters-inpatient-in-progress', value: 1 },
    ]);
    expect(JSON.stringify(parsed)).not.toMatch(/Patient|Nguyễn/);
  });

  test('of one page of several are no count', async () => {
    const parsed = await read(bundle([visit('1')], { link: [{ relation: 'next', url: 'x' }] }));

    expect(recordsIn(parsed, 'observation')).toEqual([]);
    expect(remarksIn(parsed)).toMatchObject({ 'resource:Encounter': 1, 'encounters-in-part-not-counted': 1 });
  });
});

test('what is no resource is refused as a whole', async () => {
  await expect(read({ hello: 1 })).rejects.toMatchObject({ code: 'BAD_FILE' });
});
