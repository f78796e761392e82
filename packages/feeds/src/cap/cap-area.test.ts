import { expect, test } from 'vitest';

import { readAll, recordsIn, remarksIn } from '../read-all.ts';
import { alertXml, areaXml, infoXml } from './alert-sample.ts';
import { capReader } from './cap-reader.ts';

const bytesOf = (shapes: string) => Buffer.from(alertXml({}, [infoXml({}, areaXml('A', shapes))]));
const areas = async (shapes: string) => recordsIn(await readAll(capReader, bytesOf(shapes)), 'notice')[0]?.areas[0];

test('latitude comes first in CAP and longitude first here, and rings are closed', async () => {
  expect(await areas('<polygon>21,105 21,106 22,106</polygon><circle>21.03,105.85 4.5</circle>')).toMatchObject({
    polygons: [
      [
        [105, 21],
        [106, 21],
        [106, 22],
        [105, 21],
      ],
    ],
    circles: [{ center: [105.85, 21.03], radiusKm: 4.5 }],
  });
});

test('codes are kept by name', async () => {
  const code = '<geocode><valueName>GSO</valueName><value>00271</value></geocode>';

  expect((await areas(code))?.geocodes).toEqual([{ name: 'GSO', value: '00271' }]);
});

test('a broken shape costs the shape and not the alert', async () => {
  const shapes = '<polygon>21,105 x,106 22,106</polygon><polygon>95,1 95,2 96,2</polygon><circle>21,105 wide</circle>';

  const parsed = await readAll(capReader, bytesOf(shapes));

  expect(recordsIn(parsed, 'notice')[0]?.areas[0]).toMatchObject({ polygons: [], circles: [] });
  expect(remarksIn(parsed)).toMatchObject({ 'shape-not-readable': 3 });
});

test('a coast of twenty thousand points is simplified, and its number is told', async () => {
  const points = Array.from({ length: 20_000 }, (_, at) => {
    const angle = (at / 20_000) * 2 * Math.PI;
    return `${(21 + Math.sin(angle)).toFixed(5)},${(105 + Math.cos(angle)).toFixed(5)}`;
  });

  const parsed = await readAll(capReader, bytesOf(`<polygon>${points.join(' ')}</polygon>`));

  const ring = recordsIn(parsed, 'notice')[0]?.areas[0]?.polygons[0] ?? [];
  expect(ring).toHaveLength(500);
  expect(ring.at(-1)).toEqual(ring[0]);
  expect(remarksIn(parsed)['polygon-points']).toBe(20_000);
});
