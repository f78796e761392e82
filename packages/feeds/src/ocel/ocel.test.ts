import { mappingSchema } from '@flagtower/contracts';
import { describe, expect, test } from 'vitest';

import { defaultLimits } from '../limits.ts';
import { readAll, recordsIn, remarksIn } from '../read-all.ts';
import { ocelJsonReader } from './ocel-json-reader.ts';
import { ocelXmlReader } from './ocel-xml-reader.ts';

const utf8 = new TextEncoder();

const sample = {
  objectTypes: [
    { name: 'permit', attributes: [] },
    { name: 'letter', attributes: [] },
  ],
  eventTypes: [{ name: 'Apply', attributes: [] }],
  events: [
    { id: 'e1', type: 'Apply', time: '2025-11-20T01:00:00Z', relationships: [{ objectId: 'P 1' }, { objectId: 'P2' }] },
    { id: 'e2', type: 'Decide', time: '2025-11-21T01:00:00Z', relationships: [{ objectId: 'P2' }, { objectId: 'L1' }] },
    { id: 'e3', type: 'Archive', time: '2025-11-22T01:00:00Z', relationships: [{ objectId: 'gone' }] },
  ],
  objects: [
    { id: 'L1', type: 'letter' },
    { id: 'P 1', type: 'permit' },
    {
      id: 'P2',
      type: 'permit',
      attributes: [
        { name: 'office', time: '2025-11-21T00:00:00Z', value: 'North' },
        { name: 'office', time: '1970-01-01T00:00:00Z', value: 'South' },
      ],
    },
  ],
};

const xml = `<?xml version="1.0"?><log><object-types><object-type name="permit"><attributes/></object-type></object-types>
<objects>${sample.objects
  .map(
    (it) =>
      `<object id="${it.id}" type="${it.type}"><attributes>${(it.attributes ?? [])
        .map((a) => `<attribute name="${a.name}" time="${a.time}">${a.value}</attribute>`)
        .join('')}</attributes></object>`,
  )
  .join('')}</objects>
<events>${sample.events
  .map(
    (it) =>
      `<event id="${it.id}" type="${it.type}" time="${it.time}"><attributes/><objects>${it.relationships
        .map((r) => `<relationship object-id="${r.objectId}" qualifier="q"/>`)
        .join('')}</objects></event>`,
  )
  .join('')}</events></log>`;

const readJson = (value: unknown, options = {}) =>
  readAll(ocelJsonReader, utf8.encode(JSON.stringify(value)), options, 50);

const told = (parsed: Awaited<ReturnType<typeof readAll>>) =>
  recordsIn(parsed, 'dossier-event').map((it) => [it.recordId, it.steps[0]?.activity, it.unit]);

describe('object-centric logs', () => {
  test('the objects that most events speak of are the cases, and an event of two of them is one of each', async () => {
    const parsed = await readJson(sample);

    expect(told(parsed)).toEqual([
      ['event:P_1:e1', 'Apply', undefined],
      ['event:P2:e1', 'Apply', undefined],
      ['event:P2:e2', 'Decide', undefined],
    ]);
    expect(remarksIn(parsed)).toMatchObject({ 'log-events': 3, 'log-objects': 3, 'event-without-case': 1 });
  });

  test('a mapping chooses the type of object and its attributes, at their last value', async () => {
    const mapping = mappingSchema.parse({
      mapping: 1,
      name: 'test',
      shape: 'events',
      fields: { dossier: 'permit', at: 'time', activity: 'type', recordId: 'id', unit: 'case:office' },
    });

    expect(told(await readJson(sample, { mapping }))).toContainEqual(['event:P2:e2', 'Decide', 'North']);
    expect(
      told(await readJson(sample, { mapping: { ...mapping, fields: { ...mapping.fields, dossier: 'letter' } } })),
    ).toEqual([['event:L1:e2', 'Decide', undefined]]);
  });

  test('XML and JSON of one log give the same records', async () => {
    const parsed = await readAll(ocelXmlReader, utf8.encode(xml), {}, 50);

    expect(recordsIn(parsed, 'dossier-event')).toEqual(recordsIn(await readJson(sample), 'dossier-event'));
  });

  test('a wrong event is refused, the others are taken', async () => {
    const parsed = await readJson({ ...sample, events: [{ id: 7 }, ...sample.events] });

    expect(told(parsed)).toHaveLength(3);
    expect(parsed.filter((it) => it.kind === 'rejected')).toHaveLength(1);
  });

  test('a log is held as a whole, and so it has a limit', async () => {
    await expect(readJson(sample, { limits: { ...defaultLimits, heldEvents: 4 } })).rejects.toMatchObject({
      place: 'heldEvents',
    });
  });

  test.each(['{"a":[1]}', '{}', '[]', 'x', '', '{"events":['])('%s is no log', async (text) => {
    await expect(readAll(ocelJsonReader, utf8.encode(text))).rejects.toMatchObject({ code: 'BAD_FILE' });
  });

  test('XML without such a log is refused', async () => {
    await expect(readAll(ocelXmlReader, utf8.encode('<log><trace/></log>'))).rejects.toMatchObject({
      code: 'BAD_FILE',
    });
  });
});
