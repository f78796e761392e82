import { expect, test } from 'vitest';

import { csvReader } from '../csv/csv-reader.ts';
import { csvRows } from '../csv/csv-rows.ts';
import { csvText } from '../csv/csv-text.ts';
import { inspect } from '../inspect/inspect.ts';
import { defaultLimits } from '../limits.ts';
import { synopStation } from '../mappings/synop-station.ts';
import { weatherStations } from '../mappings/weather-stations.ts';
import { readAll, recordsIn } from '../read-all.ts';
import { sharedFeed } from '../shared-feeds.ts';

const inventory = 'catalogue/canada/service.csv';
const standards = 'catalogue/canada/service-std.csv';

test('the inventory of services is known by its 41 columns, and its standards by theirs', ({ skip }) => {
  const services = inspect(sharedFeed(inventory, skip).subarray(0, 65_536), 'service.csv');

  expect(services.columns).toHaveLength(41);
  expect(services.mappings.map(({ id }) => id)).toEqual(['canada-services']);
  expect(inspect(sharedFeed(standards, skip).subarray(0, 65_536), null).mappings[0]?.id).toBe('canada-standards');
});

test('cells that run over several lines do not shift the rows behind them', ({ skip }) => {
  const rows: (readonly string[])[] = [];
  const reader = csvRows(
    { delimiter: ',', skipLines: 0, rowBytes: defaultLimits.rowBytes },
    { row: (_line, cells) => rows.push(cells), trouble: (line) => expect(line).toBeNull() },
  );
  const text = csvText(undefined);
  reader.write(text.write(sharedFeed(standards, skip)));
  reader.end();

  expect(rows).toHaveLength(506 + 1);
  expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([24]));
  expect(rows.flat().filter((cell) => cell.includes('\n'))).toHaveLength(360);
});

test('a station of the list is the one that a logger’s file names', async ({ skip }) => {
  const read = async (path: string, { mapping }: Pick<typeof weatherStations, 'mapping'>) =>
    await readAll(csvReader, sharedFeed(path, skip), { mapping, zone: 'Africa/Blantyre' });
  const stations = recordsIn(await read('environment/aws/stations.csv', weatherStations), 'catalogue-item');
  const readings = recordsIn(
    await read('environment/aws/malawi-namitambo-2021-07-07.csv', synopStation),
    'observation',
  );

  expect(stations).toHaveLength(7);
  expect(stations.find(({ code }) => code === readings[0]?.entity)).toMatchObject({
    itemType: 'station',
    names: [{ name: 'NAMITAMBO' }],
    point: [35.27428, -15.84052],
  });
});
