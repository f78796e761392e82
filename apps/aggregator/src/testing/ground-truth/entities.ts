import { expect } from 'vitest';

import { test } from './import-desk.ts';
import { lines } from './reading-lines.ts';
import { truth } from './real-feeds.ts';

/** What an attribute's metric is called where it is not called like the attribute. */
const metricNames: Readonly<Record<string, string>> = {
  averageVehicleSpeed: 'speed',
  averageHeadwayTime: 'headway',
  relativeHumidity: 'humidity',
};

/** Entities of NGSI, which tell of traffic, tourism and the environment. */
export function entitiesFigures(): void {
  test('every entity of NGSI, in three encodings that are one thing', async ({ desk }) => {
    const asOf = '2024-12-31T12:00:00.000Z';
    const files = Object.entries(truth().entities).flatMap(([folder, entities]) =>
      Object.entries(entities).map(([file, figures]) => ({ path: `${folder}/ngsi/${file}`, file, figures })),
    );
    for (const { path, file, figures } of files) {
      const source = `ngsi-${file.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`;
      const summary = await desk.bring(path, source, asOf);
      const again = await desk.bring(path, source, asOf);

      expect([file, again.accepted]).toEqual([file, 0]);
      if ('note' in figures) {
        expect(summary).toMatchObject({
          format: 'ngsi',
          accepted: 0,
          quarantined: 1,
          reasons: { 'bad-identity': 1 },
        });
        continue;
      }
      const { type, attributes, numeric } = figures;
      expect(summary).toMatchObject({ format: 'ngsi', quarantined: 0, notices: type === 'RoadAccident' ? 1 : 0 });
      expect(summary.remarks).toMatchObject({ attributes, 'numeric-attributes': Object.keys(numeric).length });
      const readings = Object.fromEntries((await desk.readings(source)).map(({ metric, value }) => [metric, value]));
      const measured = Object.entries(numeric).filter(([name]) => name !== 'laneId' && name !== 'hour');
      expect([file, readings]).toEqual([
        file,
        Object.fromEntries(measured.map(([name, value]) => [metricNames[name] ?? name, value])),
      ]);
    }
  });

  test('encodings of one entity, brought together in any order, are one set of readings', async ({ desk }) => {
    const encodings = ['ngsi-ld', 'ngsi-ld.keyvalues', 'ngsi-v2'];
    for (const [source, order] of [
      ['ngsi-forth', encodings],
      ['ngsi-back', encodings.toReversed()],
    ] as const)
      for (const encoding of order)
        for (const type of ['traffic/ngsi/TrafficFlowObserved', 'environment/ngsi/AirQualityObserved'])
          await desk.bring(`${type}.${encoding}.json`, source);

    const told = async (source: string): Promise<string[]> =>
      lines((await desk.readings(source)).map(({ entity, metric, value }) => [entity, metric, value]));
    const flow = (await desk.readings('ngsi-forth')).filter(({ entity }) => entity.startsWith('TrafficFlowObserved'));
    expect(flow.map(({ period }) => period)).toEqual([300, 300, 300, 300, 300]);
    expect(await told('ngsi-forth')).toHaveLength(5 + 17);
    expect(await told('ngsi-back')).toEqual(await told('ngsi-forth'));
  });
}
