import { gunzipSync } from 'node:zlib';

import { describe, expect, test } from 'vitest';

import { detectFormat } from '../detect.ts';
import { readAll, recordsIn, remarksIn } from '../read-all.ts';
import { sharedFeed } from '../shared-feeds.ts';
import { datex2Reader } from './datex2-reader.ts';

const folder = 'traffic/datex2';

describe('real DATEX II', () => {
  test.for([
    [
      'ndw-situations-v3.xml',
      { situations: 2, 'situation-records': 11, 'record:RoadOrCarriagewayOrLaneManagement': 7 },
    ],
    ['ndw-srti-v3.xml', { situations: 1, 'situation-records': 1, 'record:VehicleObstruction': 1 }],
    [
      'fi-roadworks-v2.xml',
      { situations: 1, 'situation-records': 3, 'record:MaintenanceWorks': 1, 'publication-time-missing': 1 },
    ],
  ] as const)('situations of %s', async ([file, counts], { skip }) => {
    const bytes = sharedFeed(`${folder}/${file}`, skip);

    const parsed = await readAll(datex2Reader, bytes);

    expect(detectFormat(bytes, null)).toEqual({ format: 'datex2', gzip: false });
    expect(remarksIn(parsed)).toMatchObject(counts);
    expect(recordsIn(parsed, 'notice')).toHaveLength(counts.situations);
    expect(parsed.filter(({ kind }) => kind === 'rejected')).toEqual([]);
    expect(parsed.some(({ kind }) => kind === 'snapshot')).toBe(file.startsWith('ndw'));
  });

  test('speeds and flows, with and without an envelope', async ({ skip }) => {
    const values = async (bytes: Uint8Array) =>
      recordsIn(await readAll(datex2Reader, bytes), 'observation').map(({ group, metric, value, occurredAt }) => [
        group,
        metric,
        value,
        occurredAt,
      ]);

    expect(await values(sharedFeed(`${folder}/fr-speeds-v2.xml`, skip))).toEqual([
      ['MUM76.h1', 'flow', 1010, '2026-07-25T06:30:00.000Z'],
      ['MUM76.h1', 'speed', 112, '2026-07-25T06:30:00.000Z'],
      ['A0001011200', 'flow', 1420, '2026-07-25T06:30:00.000Z'],
      ['A0001011200', 'speed', 85, '2026-07-25T06:30:00.000Z'],
    ]);
    expect(await values(gunzipSync(sharedFeed(`${folder}/ndw-trafficspeed-v2-soap.xml.gz`, skip)))).toEqual([
      ['PZH01_MST_0690_00', 'flow', 540, '2019-01-10T13:59:00.000Z'],
    ]);
  });
});
