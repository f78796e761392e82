import { expect, test } from 'vitest';
import { z } from 'zod';

import { cityStageSchema, incidentCellSchema } from './incident.ts';
import * as stream from './stream.ts';
import * as view from './view.ts';

const version = String(stream.PROTOCOL_VERSION);
const file = `wire.v${version}.json`;

/** Every message of the stream and every shape of a topic's values, as an open page reads them. */
const shapes = Object.entries<unknown>({ ...stream, ...view, cityStageSchema, incidentCellSchema })
  .flatMap(([name, schema]) => (schema instanceof z.ZodType ? [[name, z.toJSONSchema(schema)] as const] : []))
  .toSorted(([a], [b]) => (a < b ? -1 : 1));

const whatToDo =
  `A shape on the wire changed, and PROTOCOL_VERSION is still ${version}. Would a page that is open now misread it? Then raise ` +
  'PROTOCOL_VERSION and tell the story in docs/protocol.md. Either way write the shapes down anew: ' +
  'vitest run --project packages/contracts -u';

test(`the shapes on the wire are those of ${file}`, async () => {
  const now = `${JSON.stringify(Object.fromEntries(shapes), null, 2)}\n`;

  try {
    await expect(now).toMatchFileSnapshot(file);
  } catch (error) {
    throw new Error(whatToDo, { cause: error });
  }
});

test('the shapes hold every message and every view', () => {
  expect(shapes.map(([name]) => name)).toEqual([
    'channelCellSchema',
    'cityStageSchema',
    'cutSchema',
    'deltaSchema',
    'feedEntitySchema',
    'heartbeatSchema',
    'incidentCellSchema',
    'kpiCellSchema',
    'noticeCellSchema',
    'periodSchema',
    'rankedUnitSchema',
    'seriesPointSchema',
    'snapshotSchema',
    'sourceCellSchema',
    'subscribeSchema',
    'subscribedSchema',
    'topicSchema',
  ]);
});
