import { instantSchema } from '@flagtower/contracts';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readAll, recordsIn, remarksIn } from '../read-all.ts';
import { ngsiReader } from './ngsi-reader.ts';
import { normalisedEntity, notification, parkingKeyValues, v2Entity } from './ngsi-sample.ts';

const read = (told: unknown) => readAll(ngsiReader, Buffer.from(JSON.stringify(told)));
const readings = async (told: unknown) => recordsIn(await read(told), 'observation');
const refusals = async (told: unknown) =>
  (await read(told)).flatMap((it) => (it.kind === 'rejected' ? [[it.rejection.reason, ...it.rejection.fields]] : []));
const property = (value: unknown, more: object = {}) => ({ type: 'Property', value, ...more });

const station = {
  kind: 'observation',
  recordId: 'HN-01|pm25|2026-11-24T01:00:00.000Z',
  version: 0,
  occurredAt: '2026-11-24T01:00:00.000Z',
  feed: 'air',
  entity: 'HN-01',
  metric: 'pm25',
  value: 61.5,
  unitOfMeasure: 'ug/m3',
  quality: 'good',
  point: [105.85, 21.03],
};

test('an entity of NGSI-LD and the same one of NGSI-v2 are one reading', async () => {
  expect(await readings(normalisedEntity())).toEqual([station]);
  expect(await readings(v2Entity())).toEqual([station]);
});

test('key-values: the data model says what they count', async () => {
  expect(
    (await readings(parkingKeyValues())).map(({ entity, metric, value, unitOfMeasure, version }) => [
      entity,
      metric,
      value,
      unitOfMeasure,
      version,
    ]),
  ).toEqual([
    ['P1', 'availableSpotNumber', 12, '1', Date.parse('2026-11-24T01:00:00Z')],
    ['P1', 'totalSpotNumber', 40, '1', Date.parse('2026-11-24T01:00:00Z')],
  ]);
});

test('a device’s state is whether it answers; a word that no maker uses is not guessed', async () => {
  const camera = (state: string) => ({
    id: 'urn:ngsi-ld:Device:CAM-1',
    type: 'Device',
    dateObserved: '2026-11-24T01:00:00Z',
    deviceState: property(state),
  });

  expect((await readings([camera('OK'), camera('offline')])).map(({ metric, value }) => [metric, value])).toEqual([
    ['online', 1],
    ['online', 0],
  ]);
  expect(await readings(camera('toString'))).toEqual([]);
});

describe('lists', () => {
  test('a list, a batch and a notification give the same as their entities', async () => {
    const both = [normalisedEntity(), parkingKeyValues()];
    const alone = [...(await readings(both[0])), ...(await readings(both[1]))];

    expect(await readings(both)).toEqual(alone);
    expect(await readings({ actionType: 'append', entities: both })).toEqual(alone);
    expect(await readings(notification(both))).toEqual(alone);
  });

  test('a notification tells when, where an entity does not', async () => {
    const timeless = normalisedEntity({ dateObserved: undefined });

    expect((await readings(notification([timeless])))[0]?.occurredAt).toBe('2026-11-24T01:05:00.000Z');
    expect(await refusals(timeless)).toEqual([['bad-time', 'occurredAt']]);
  });

  test('what tells no time at all is of when it came, and uncertain', async () => {
    const receivedAt = instantSchema.parse('2026-11-24T01:06:00.000Z');
    const timeless = Buffer.from(JSON.stringify(normalisedEntity({ dateObserved: undefined })));
    const parsed = await readAll(ngsiReader, timeless, { receivedAt });

    expect(recordsIn(parsed, 'observation')).toMatchObject([{ occurredAt: receivedAt, quality: 'uncertain' }]);
    expect(remarksIn(parsed)).toMatchObject({ 'time-not-told': 1 });
  });

  test('a bad entity is quarantined, the others of its list are kept', async () => {
    const list = [
      { id: { value: 'x' }, type: {} },
      7,
      normalisedEntity({ dateObserved: property('this morning') }),
      normalisedEntity(),
    ];

    expect(await refusals(list)).toEqual([
      ['bad-identity', 'id', 'type'],
      ['bad-identity', 'entity'],
      ['bad-time', 'dateObserved'],
    ]);
    expect(await readings(list)).toEqual([station]);
  });
});

describe('times', () => {
  const at = async (more: object) => (await readings(normalisedEntity({ ...more })))[0]?.occurredAt;

  test('an interval counts at its end, and without an offset in the zone of the source', async () => {
    expect(await at({ dateObserved: property('2026-11-24T08:00:00/2026-11-24T08:05:00') })).toBe(
      '2026-11-24T01:05:00.000Z',
    );
  });

  test('a period begins with its from, or with the first half of its interval; a moment has none', async () => {
    const from = async (more: object) => (await readings(normalisedEntity({ ...more })))[0]?.periodFrom;

    expect(await from({ dateObserved: property('2026-11-24T08:00:00/2026-11-24T08:05:00') })).toBe(
      '2026-11-24T01:00:00.000Z',
    );
    expect(await from({ dateObservedFrom: property('2026-11-24T00:00:00Z') })).toBe('2026-11-24T00:00:00.000Z');
    expect(await from({ dateObservedFrom: property('2026-11-24T03:00:00Z') })).toBeUndefined();
    expect(await from({})).toBeUndefined();
  });

  test('the end of the period goes before the moment, the time of the value before both', async () => {
    const dateObservedTo = property('2026-11-24T02:00:00Z');

    expect(await at({ dateObservedTo })).toBe('2026-11-24T02:00:00.000Z');
    expect(
      await at({ dateObservedTo, pm25: property(1, { observedAt: '2026-11-24T01:59:00Z', unitCode: 'GQ' }) }),
    ).toBe('2026-11-24T01:59:00.000Z');
  });
});

describe('values', () => {
  const told = async (name: string, value: unknown, more: object = {}) =>
    (await readings(normalisedEntity({ pm25: undefined, [name]: property(value, more) }))).map((it) => [
      it.value,
      it.unitOfMeasure,
      it.quality,
    ]);

  test('units are converted to that of the metric', async () => {
    expect(await told('temperature', 300, { unitCode: 'KEL' })).toEqual([[26.85, 'Cel', 'good']]);
    expect(await told('windSpeed', 36, { unitCode: 'KMH' })).toEqual([[10, 'm/s', 'good']]);
    expect(await told('no2', 0.04, { unitCode: 'mg/m³' })).toEqual([[40, 'ug/m3', 'good']]);
    expect(await told('relativeHumidity', 88, { unitCode: 'P1' })).toEqual([[0.88, '1', 'good']]);
  });

  test('a unit that is not known or does not fit is refused', async () => {
    const bad = (unitCode: string) => refusals(normalisedEntity({ pm25: property(3, { unitCode }) }));

    expect(await bad('XYZ')).toEqual([['bad-value', 'pm25.unitCode']]);
    expect(await bad('59')).toEqual([['bad-value', 'pm25.unitCode']]);
  });

  test('no unit: the declared one, else none is made up', async () => {
    expect(await told('temperature', 26)).toEqual([[26, 'Cel', 'good']]);
    expect(await told('no2', 40)).toEqual([[40, '{not-told}', 'uncertain']]);
    expect(await told('relativeHumidity', 88)).toEqual([[0.88, '1', 'uncertain']]);
  });

  test('null is absent, 0 is a value, a text and a truth value are no numbers', async () => {
    const list = await readings(
      normalisedEntity({
        pm25: property(null),
        pm10: property(0, { unitCode: 'GQ' }),
        no: property('12'),
        so2: property(true),
      }),
    );

    expect(list.map(({ metric, value, absent }) => [metric, value, absent])).toEqual([
      ['pm25', null, 'not-measured'],
      ['pm10', 0, undefined],
    ]);
  });

  test('a place at (0, 0) or off the globe is none', async () => {
    const point = async (...coordinates: number[]) =>
      (await readings(normalisedEntity({ location: property({ type: 'Point', coordinates }) })))[0]?.point;

    expect(await point(0, 0)).toBeUndefined();
    expect(await point(21, 168)).toBeUndefined();
    expect(await point(105.8, 21)).toEqual([105.8, 21]);
  });

  test('expanded names are read by their last part; no context is fetched', async () => {
    const expanded = {
      id: 'urn:ngsi-ld:AirQualityObserved:HN-01',
      type: 'https://smartdatamodels.org/dataModel.Environment/AirQualityObserved',
      'https://smartdatamodels.org/dateObserved': property('2026-11-24T08:00:00+07:00'),
      'https://smartdatamodels.org/dataModel.Environment/pm25': property(61.5, { unitCode: 'GQ' }),
    };

    expect(await readings(expanded)).toMatchObject([{ entity: 'HN-01', metric: 'pm25', value: 61.5 }]);
  });
});

describe('accidents', () => {
  const accident = (status: string, more: object = {}) => ({
    id: 'A1',
    type: 'RoadAccident',
    accidentDate: '2026-11-24T01:00:00Z',
    dateModified: '2026-11-24T01:20:00Z',
    description: 'Ông Nguyễn Văn A bị ngã',
    status,
    ...more,
  });
  const notices = async (told: unknown) => recordsIn(await read(told), 'notice');

  test('one that goes on is open, one that is solved or archived has ended', async () => {
    const ended = await Promise.all(
      ['onGoing', 'solved', 'archived'].map(async (it) => (await notices(accident(it)))[0]?.ended),
    );

    expect(ended).toEqual([false, true, true]);
  });

  test('its version is its last change, and no free text of it is kept', async () => {
    const [notice] = await notices(accident('onGoing'));

    expect(notice).toMatchObject({
      recordId: 'A1',
      version: Date.parse('2026-11-24T01:20:00Z'),
      startsAt: '2026-11-24T01:00:00.000Z',
    });
    expect(JSON.stringify(notice)).not.toContain('Nguyễn');
  });

  test('one without a date is refused', async () => {
    expect(await refusals(accident('onGoing', { accidentDate: undefined }))).toEqual([
      ['missing-field', 'accidentDate'],
    ]);
  });
});

describe('the whole', () => {
  test('what is no object and no list is refused', async () => {
    await expect(read('entity')).rejects.toMatchObject({ code: 'BAD_FILE' });
    await expect(readAll(ngsiReader, Buffer.from('{"id":'))).rejects.toMatchObject({ code: 'BAD_FILE' });
  });

  test('how it is cut into chunks, and blanks before it, make no difference', async () => {
    const bytes = Buffer.from(`\n  ${JSON.stringify([normalisedEntity(), parkingKeyValues()])}`);
    const whole = await readAll(ngsiReader, bytes, {}, bytes.length);

    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 60 }), async (size) => {
        expect(await readAll(ngsiReader, bytes, {}, size)).toEqual(whole);
      }),
      { numRuns: 20 },
    );
  });

  test('the order of entities does not matter, nor that one comes twice', async () => {
    const list = [normalisedEntity(), parkingKeyValues(), normalisedEntity({ id: 'HN-02' })];
    const ids = async (told: unknown) =>
      new Set((await readings(told)).map(({ recordId, value }) => `${recordId} ${value}`));

    expect(await ids([...list.toReversed(), ...list])).toEqual(await ids(list));
  });

  test('what it holds is counted', async () => {
    expect(remarksIn(await read([normalisedEntity(), v2Entity()]))).toEqual({
      entities: 2,
      'entity:AirQualityObserved': 2,
      attributes: 6,
      'numeric-attributes': 2,
    });
  });
});
