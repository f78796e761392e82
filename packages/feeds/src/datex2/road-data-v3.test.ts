import { expect, test } from 'vitest';

import { readAll, recordsIn, remarksIn } from '../read-all.ts';
import { datex2Reader } from './datex2-reader.ts';

const schema = (part: string): string => `http://datex2.eu/schema/3/${part}`;

/** A version 3 message of road traffic data, in its container and with prefixes. */
function roadData(publication: string, content: string): Uint8Array {
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<mc:messageContainer xmlns:mc="${schema('messageContainer')}" xmlns:roa="${schema('roadTrafficData')}" xmlns:com="${schema('common')}" xmlns:loc="${schema('locationReferencing')}" modelBaseVersion="3">
<mc:payload xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="roa:${publication}" lang="vi" modelBaseVersion="3">
<com:publicationTime>2026-11-24T01:00:00Z</com:publicationTime>${content}</mc:payload></mc:messageContainer>`);
}

function quantity(index: string, basicData: string, pertinent = ''): string {
  return `<roa:physicalQuantity${index === '' ? '' : ` index="${index}"`}><roa:physicalQuantity xsi:type="roa:SinglePhysicalQuantity">${pertinent}${basicData}</roa:physicalQuantity></roa:physicalQuantity>`;
}

const flow = (rate: string): string =>
  `<roa:basicData xsi:type="roa:TrafficFlow"><roa:vehicleFlow accuracy="0.0"><com:vehicleFlowRate>${rate}</com:vehicleFlowRate></roa:vehicleFlow></roa:basicData>`;
const speed = (kmh: string): string =>
  `<roa:basicData xsi:type="roa:TrafficSpeed"><roa:averageVehicleSpeed><com:speed>${kmh}</com:speed></roa:averageVehicleSpeed></roa:basicData>`;
const site = (id: string, values: string, time: string): string =>
  `<roa:siteMeasurements><roa:measurementSiteReference targetClass="roa:MeasurementSite" id="${id}" version="1"/>${values}<roa:measurementTimeDefault>${time}</roa:measurementTimeDefault></roa:siteMeasurements>`;
const timeValue = '<roa:timeValue>2026-11-24T07:55:00+07:00</roa:timeValue>';

test('measured data: quantities within quantities, the time in an element of its own behind them', async () => {
  const parsed = await readAll(
    datex2Reader,
    roadData(
      'MeasuredDataPublication',
      site('NT-1', quantity('1', flow('360')) + quantity('2', speed('27.5')), timeValue) +
        site('NT-2', quantity('1', flow('0')) + quantity('2', speed('-1.0')), timeValue),
    ),
  );

  expect(
    recordsIn(parsed, 'observation').map(({ entity, group, metric, value, absent, occurredAt }) => [
      entity,
      group,
      metric,
      value ?? absent,
      occurredAt,
    ]),
  ).toEqual([
    ['NT-1/1', 'NT-1', 'flow', 360, '2026-11-24T00:55:00.000Z'],
    ['NT-1/2', 'NT-1', 'speed', 27.5, '2026-11-24T00:55:00.000Z'],
    ['NT-2/1', 'NT-2', 'flow', 0, '2026-11-24T00:55:00.000Z'],
    ['NT-2/2', 'NT-2', 'speed', 'not-measured', '2026-11-24T00:55:00.000Z'],
  ]);
  expect(remarksIn(parsed)).toMatchObject({ 'publication:MeasuredDataPublication': 1, sites: 2 });
  expect(parsed.filter(({ kind }) => kind === 'rejected' || kind === 'snapshot')).toEqual([]);
});

test('measured data: an unreadable time costs its own site only', async () => {
  const parsed = await readAll(
    datex2Reader,
    roadData(
      'MeasuredDataPublication',
      site('NT-1', quantity('1', flow('1')), '<roa:timeValue>soon</roa:timeValue>') +
        site('NT-2', quantity('1', flow('2')), ''),
    ),
  );

  expect(parsed.flatMap((it) => (it.kind === 'rejected' ? [it.rejection.reason] : []))).toEqual(['bad-time']);
  // Without a time of its own a site is of when its message was published.
  expect(recordsIn(parsed, 'observation')).toMatchObject([
    { entity: 'NT-2/1', value: 2, occurredAt: '2026-11-24T01:00:00.000Z' },
  ]);
});

test('elaborated data: travel times of a named stretch, with their period', async () => {
  const place =
    '<roa:pertinentLocation xsi:type="loc:LocationByReference"><loc:predefinedLocationReference targetClass="loc:PredefinedLocation" id="QL5-12" version="1"/></roa:pertinentLocation>';
  const travelTime = `<roa:basicData xsi:type="roa:TravelTimeData"><roa:measurementOrCalculationPeriod>300</roa:measurementOrCalculationPeriod>
<roa:measurementOrCalculationTime><roa:timeValue>2026-11-24T07:58:00+07:00</roa:timeValue></roa:measurementOrCalculationTime>
<roa:travelTime><roa:duration>612</roa:duration></roa:travelTime><roa:freeFlowTravelTime><roa:duration>240</roa:duration></roa:freeFlowTravelTime></roa:basicData>`;
  const parsed = await readAll(
    datex2Reader,
    roadData(
      'ElaboratedDataPublication',
      `<roa:elaboratedData id="e1">${quantity('', travelTime, place)}</roa:elaboratedData>`,
    ),
  );

  expect(
    recordsIn(parsed, 'observation').map(({ entity, metric, value, occurredAt, periodFrom }) => [
      entity,
      metric,
      value,
      occurredAt,
      periodFrom,
    ]),
  ).toEqual([
    ['QL5-12', 'travel-time', 612, '2026-11-24T00:58:00.000Z', '2026-11-24T00:53:00.000Z'],
    ['QL5-12', 'travel-time-free-flow', 240, '2026-11-24T00:58:00.000Z', '2026-11-24T00:53:00.000Z'],
  ]);
});
