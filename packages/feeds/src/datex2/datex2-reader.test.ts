import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readAll, recordsIn, remarksIn } from '../read-all.ts';
import { datex2Reader } from './datex2-reader.ts';
import {
  messageV2,
  publicationHead,
  recordXml,
  situationXml,
  situationsV3,
  siteXml,
  snapshotExchange,
  valueXml,
} from './datex2-sample.ts';

const read = (xml: string) => readAll(datex2Reader, Buffer.from(xml));
const noticesOf = async (...situations: readonly string[]) =>
  recordsIn(await read(messageV2('SituationPublication', situations.join(''))), 'notice');
const valuesOf = async (content: string) =>
  recordsIn(await read(messageV2('MeasuredDataPublication', content)), 'observation');
const refusedIn = async (xml: string) =>
  (await read(xml)).flatMap((it) => (it.kind === 'rejected' ? [[it.rejection.reason, ...it.rejection.fields]] : []));
const flow = (rate: string, more = '') =>
  `<vehicleFlow><vehicleFlowRate>${rate}</vehicleFlowRate>${more}</vehicleFlow>`;
const speed = (kmh: string) => `<averageVehicleSpeed><speed>${kmh}</speed></averageVehicleSpeed>`;

describe('situations', () => {
  test('a situation is one notice, from the first start of its records to their last end', async () => {
    const records = [
      recordXml({ end: '2026-11-24T09:00:00+07:00' }),
      recordXml({ type: 'AbnormalTraffic', start: '2026-11-24T07:20:00+07:00', end: '2026-11-24T10:00:00+07:00' }),
    ];

    expect(await noticesOf(situationXml('HN-1', records, '<overallSeverity>high</overallSeverity>'))).toEqual([
      {
        kind: 'notice',
        recordId: 'HN-1',
        version: Date.parse('2026-11-24T00:45:00Z'),
        occurredAt: '2026-11-24T00:45:00.000Z',
        noticeType: 'incident',
        category: 'Accident',
        severity: 'severe',
        urgency: 'unknown',
        certainty: 'observed',
        status: 'actual',
        startsAt: '2026-11-24T00:20:00.000Z',
        endsAt: '2026-11-24T03:00:00.000Z',
        ended: false,
        supersedes: [],
        sender: 'vn HN',
        texts: [{ language: 'und', event: 'Accident' }],
        areas: [],
        signed: false,
      },
    ]);
  });

  test('one open-ended record keeps it open', async () => {
    const [notice] = await noticesOf(situationXml('s', [recordXml({ end: '2026-11-24T09:00:00+07:00' }), recordXml()]));

    expect(notice?.endsAt).toBeNull();
  });

  test('it ends when all of its records are suspended or managed to an end, not when one is', async () => {
    const suspended = recordXml({ status: 'suspended' });
    const cancelled = recordXml({
      more: '<management><lifeCycleManagement><cancel>true</cancel></lifeCycleManagement></management>',
    });

    expect((await noticesOf(situationXml('s', [suspended, cancelled])))[0]?.ended).toBe(true);
    expect((await noticesOf(situationXml('s', [suspended, recordXml()])))[0]?.ended).toBe(false);
  });

  test('the version is the latest version time: the number may stay 1', async () => {
    const [notice] = await noticesOf(
      situationXml('s', [recordXml({ told: '2026-11-24T07:50:00.999999999+07:00' }), recordXml()]),
    );

    expect(notice?.version).toBe(Date.parse('2026-11-24T00:50:00.999Z'));
  });

  test('places: coordinates, lines latitude first, numbers of Alert-C; (0, 0) is none', async () => {
    const point = (latitude: number, longitude: number) =>
      `<pointByCoordinates><pointCoordinates><latitude>${latitude}</latitude><longitude>${longitude}</longitude></pointCoordinates></pointByCoordinates>`;
    const place = `<groupOfLocations>${point(21.03, 105.85)}${point(0, 0)}<gmlLineString><posList>21 105.8 21.1 105.9</posList></gmlLineString>
<alertCPoint><alertCLocationCountryCode>6</alertCLocationCountryCode><alertCLocationTableNumber>17</alertCLocationTableNumber><alertCMethod2PrimaryPointLocation><alertCLocation><specificLocation>992</specificLocation></alertCLocation></alertCMethod2PrimaryPointLocation></alertCPoint></groupOfLocations>`;
    const [notice] = await noticesOf(situationXml('s', [recordXml({ more: place }), recordXml({ more: place })]));

    expect(notice?.areas).toEqual([
      {
        name: '',
        polygons: [],
        circles: [{ center: [105.85, 21.03], radiusKm: 0 }],
        geocodes: [{ name: 'alert-c 6.17', value: '992' }],
        lines: [
          [
            [105.8, 21],
            [105.9, 21.1],
          ],
        ],
      },
    ]);
  });

  test('public comments are kept, words of what is not open to all are not, closed ones are refused', async () => {
    const comment =
      '<generalPublicComment><comment><values><value lang="vi">Xe hỏng</value></values></comment></generalPublicComment>';
    const marked = (confidentiality: string) =>
      situationXml(
        's',
        [recordXml({ more: comment })],
        `<headerInformation><confidentiality>${confidentiality}</confidentiality></headerInformation>`,
      );

    expect((await noticesOf(marked('noRestriction')))[0]?.texts).toEqual([
      { language: 'vi', event: 'Accident', description: 'Xe hỏng' },
    ]);
    expect((await noticesOf(marked('restrictedToAuthoritiesTrafficOperatorsAndPublishers')))[0]?.texts).toEqual([
      { language: 'und', event: 'Accident' },
    ]);
    expect(await refusedIn(messageV2('SituationPublication', marked('internalUse')))).toEqual([
      ['not-allowed', 'confidentiality'],
    ]);
  });

  test('a bad one is quarantined, the others of its message are kept', async () => {
    const broken = [
      situationXml('', [recordXml()]),
      situationXml('t', [recordXml({ end: 'soon' })]),
      situationXml('u', []),
      situationXml('ok', [recordXml()]),
    ].join('');
    const xml = messageV2('SituationPublication', broken);

    expect(await refusedIn(xml)).toEqual([
      ['bad-identity', 'recordId'],
      ['bad-time', 'overallEndTime'],
      ['missing-field', 'situationRecord'],
    ]);
    expect(recordsIn(await read(xml), 'notice').map(({ recordId }) => recordId)).toEqual(['ok']);
  });
});

describe('snapshots', () => {
  const snapshotIn = async (xml: string) => (await read(xml)).filter(({ kind }) => kind === 'snapshot');

  test('a message that says so is complete, and names also what was refused', async () => {
    const situations = situationXml('a', [recordXml()]) + situationXml('b', []);

    expect(
      await snapshotIn(messageV2('SituationPublication', situations, publicationHead(), snapshotExchange)),
    ).toEqual([
      { kind: 'snapshot', holdsOthers: false, atMs: Date.parse('2026-11-24T01:00:00.123Z'), present: ['a', 'b'] },
    ]);
    expect(await snapshotIn(situationsV3(''))).toEqual([
      { kind: 'snapshot', holdsOthers: false, atMs: Date.parse('2026-11-24T01:00:00Z'), present: [] },
    ]);
  });

  test('a message that does not, or holds a situation without a name, is not', async () => {
    expect(await snapshotIn(messageV2('SituationPublication', situationXml('a', [recordXml()])))).toEqual([]);
    expect(await snapshotIn(situationsV3('', 'deltaPush'))).toEqual([]);
    const nameless = messageV2(
      'SituationPublication',
      situationXml('', [recordXml()]),
      publicationHead(),
      snapshotExchange,
    );
    expect(await snapshotIn(nameless)).toEqual([]);
    expect(remarksIn(await read(nameless))).toMatchObject({ 'snapshot-not-complete': 1 });
  });
});

describe('measured data', () => {
  test('flow and speed of a site; an index is a thing of its own in the group of its site', async () => {
    const values = await valuesOf(
      siteXml('S1', valueXml('TrafficFlow', flow('540')) + valueXml('TrafficSpeed', speed('31.5'), '2')),
    );

    expect(
      values.map(({ entity, group, metric, value, unitOfMeasure }) => [entity, group, metric, value, unitOfMeasure]),
    ).toEqual([
      ['S1', 'S1', 'flow', 540, '{vehicle}/h'],
      ['S1/2', 'S1', 'speed', 31.5, 'km/h'],
    ]);
    expect(values[0]).toMatchObject({
      recordId: 'S1|flow|2026-11-24T00:59:00.000Z',
      feed: 'traffic',
      version: Date.parse('2026-11-24T01:00:00.123Z'),
    });
  });

  test('0 is a value; -1, a fault and an empty one are not', async () => {
    const values = await valuesOf(
      siteXml(
        'S1',
        [flow('0'), flow('-1'), flow('7', '<dataError>true</dataError>'), '<vehicleFlow/>']
          .map((content, index) => valueXml('TrafficFlow', content, String(index + 1)))
          .join(''),
      ),
    );

    expect(values.map(({ value, absent }) => [value, absent])).toEqual([
      [0, undefined],
      [null, 'not-measured'],
      [null, 'data-error'],
      [null, 'not-measured'],
    ]);
  });

  test('per cent become a share, what we know no metric for is counted', async () => {
    const xml = messageV2(
      'MeasuredDataPublication',
      siteXml(
        'S1',
        valueXml('TrafficConcentration', '<occupancy><percentage>54</percentage></occupancy>') +
          valueXml('VisibilityInformation', '<visibility/>'),
      ),
    );
    const parsed = await read(xml);

    expect(recordsIn(parsed, 'observation')).toMatchObject([{ metric: 'occupancy', value: 0.54, unitOfMeasure: '1' }]);
    expect(remarksIn(parsed)).toMatchObject({ 'data-not-read:VisibilityInformation': 1 });
  });

  test('a site without a name, an unreadable time and a value that is no number cost their own values only', async () => {
    const sites = [
      siteXml('', valueXml('TrafficFlow', flow('1'))),
      siteXml('S2', valueXml('TrafficFlow', flow('1')), 'now'),
      siteXml('S3', valueXml('TrafficFlow', flow('many')) + valueXml('TrafficSpeed', speed('30'))),
    ].join('');
    const xml = messageV2('MeasuredDataPublication', sites);

    expect(await refusedIn(xml)).toEqual([
      ['bad-identity', 'measurementSiteReference'],
      ['bad-time', 'measurementTimeDefault'],
      ['bad-value', 'vehicleFlowRate'],
    ]);
    expect(recordsIn(await read(xml), 'observation')).toHaveLength(1);
  });

  test('without any time of its own a value has that of the publication, else it is refused', async () => {
    const site = siteXml('S1', valueXml('TrafficFlow', flow('1')), '');
    const untimed = messageV2('MeasuredDataPublication', site, '');

    expect((await valuesOf(site))[0]?.occurredAt).toBe('2026-11-24T01:00:00.123Z');
    expect(await refusedIn(untimed)).toEqual([['bad-time', 'occurredAt']]);
    expect(remarksIn(await read(untimed))).toMatchObject({ 'publication-time-missing': 1 });
  });
});

test('elaborated data: a travel time and a speed of a stretch of road', async () => {
  const data = `<elaboratedData><basicData xsi:type="TravelTimeData"><measurementOrCalculationPeriod>60</measurementOrCalculationPeriod><measurementOrCalculationTime>2026-11-24T07:58:00+07:00</measurementOrCalculationTime>
<pertinentLocation><predefinedLocationReference id="R-5" version="1"/></pertinentLocation><travelTime><duration>312.5</duration></travelTime><freeFlowSpeed><speed>60</speed></freeFlowSpeed></basicData></elaboratedData>`;
  const parsed = await read(messageV2('ElaboratedDataPublication', data + '<elaboratedData/>'));

  expect(
    recordsIn(parsed, 'observation').map(({ entity, metric, value, occurredAt }) => [
      entity,
      metric,
      value,
      occurredAt,
    ]),
  ).toEqual([
    ['R-5', 'travel-time', 312.5, '2026-11-24T00:58:00.000Z'],
    ['R-5', 'speed-free-flow', 60, '2026-11-24T00:58:00.000Z'],
  ]);
  expect(recordsIn(parsed, 'observation')[0]?.periodFrom).toBe('2026-11-24T00:57:00.000Z');
  expect(parsed.flatMap((it) => (it.kind === 'rejected' ? [it.rejection.reason] : []))).toEqual(['bad-identity']);
});

describe('the whole', () => {
  test('other publications are refused by name', async () => {
    await expect(read(messageV2('VmsPublication', ''))).rejects.toMatchObject({
      code: 'BAD_FILE',
      message: expect.stringContaining('VmsPublication'),
    });
  });

  test('an envelope without a message is refused', async () => {
    await expect(read('<Envelope><Body/></Envelope>')).rejects.toMatchObject({ code: 'BAD_FILE' });
  });

  test('how it is cut into chunks makes no difference', async () => {
    const bytes = Buffer.from(
      situationsV3(situationXml('á', [recordXml({ type: 'Accident' })]).replaceAll('xsi:', '')),
    );
    const whole = await readAll(datex2Reader, bytes, {}, bytes.length);

    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 80 }), async (size) => {
        expect(await readAll(datex2Reader, bytes, {}, size)).toEqual(whole);
      }),
      { numRuns: 20 },
    );
  });

  test('a long text is refused before it fills the memory', async () => {
    const endless = messageV2('SituationPublication', situationXml('s', [recordXml({ more: 'x'.repeat(2_000_000) })]));

    await expect(read(endless)).rejects.toMatchObject({ code: 'BAD_FILE', place: expect.stringContaining('line') });
  });
});
