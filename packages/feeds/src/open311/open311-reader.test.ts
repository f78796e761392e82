import { mappingSchema } from '@flagtower/contracts';
import { describe, expect, test } from 'vitest';

import { readAll, recordsIn } from '../read-all.ts';
import { open311Reader } from './open311-reader.ts';

const utf8 = new TextEncoder();

const request = {
  service_request_id: '14-1',
  status: 'closed',
  service_name: 'Street Light Out',
  service_code: 'c1',
  description: 'Ask for Mrs Secret',
  agency_responsible: 'Electrical',
  requested_datetime: '2025-11-20T08:00:00+07:00',
  updated_datetime: '2025-11-25T08:00:00+07:00',
  address: '1 Secret Street',
  lat: 21.03,
  extended_attributes: { channel: 'web', zip: '10000' },
  notes: [
    { datetime: '2025-11-20T08:00:00+07:00', type: 'opened', summary: 'Secret' },
    { datetime: '2025-11-22T08:00:00+07:00', type: 'activity' },
    { datetime: '2025-11-22T08:00:00+07:00', type: 'activity' },
    { datetime: '2025-11-24T08:00:00+07:00', type: 'closed' },
  ],
};

async function read(value: unknown) {
  const parsed = await readAll(open311Reader, utf8.encode(JSON.stringify(value)), {}, 64);
  return { parsed, records: recordsIn(parsed, 'dossier-event') };
}

describe('service requests', () => {
  test('notes are the events of a field report, two of one moment stay two', async () => {
    const { records } = await read([request]);

    const events = records.filter((it) => it.recordId.startsWith('event:'));
    expect(events.map((it) => it.steps[0]?.step)).toEqual(['received', 'activity', 'activity', 'handled']);
    expect(new Set(events.map((it) => it.recordId)).size).toBe(4);
    expect(records.find((it) => it.recordId === 'case:14-1')).toMatchObject({
      caseKind: 'field-report',
      channel: 'online',
      procedure: 'Street Light Out',
      unit: 'Electrical',
      steps: [{ step: 'received' }],
    });
  });

  test('nothing that names a person or a place is read', async () => {
    const { parsed } = await read([request]);

    expect(JSON.stringify(parsed)).not.toMatch(/secret|10000|21\.03/i);
  });

  test('a closed request without notes ends with its last update', async () => {
    const { records } = await read([{ ...request, notes: undefined, expected_datetime: '2025-11-28T08:00:00+07:00' }]);

    expect(records).toMatchObject([
      {
        steps: [{ step: 'received' }, { step: 'handled', at: '2025-11-25T01:00:00.000Z' }],
        due: { at: '2025-11-28T01:00:00.000Z' },
      },
    ]);
  });

  test('an open request has no end, and a list inside an object is read too', async () => {
    const { records } = await read({ service_requests: [{ ...request, status: 'open', notes: [] }] });

    expect(records).toMatchObject([{ steps: [{ step: 'received' }] }]);
  });

  test('told again after an update, its case counts as updated and its notes stay the same records', async () => {
    const later = { ...request, agency_responsible: 'Parks', updated_datetime: '2025-11-26T08:00:00+07:00' };

    const [first, again] = [(await read([request])).records, (await read([later])).records];

    const isNote = ({ recordId }: { readonly recordId: string }): boolean => recordId.startsWith('event:');
    expect(again.filter(isNote)).toEqual(first.filter(isNote));
    expect([first, again].map((records) => records.find((it) => !isNote(it)))).toMatchObject([
      { version: Date.parse('2025-11-25T01:00:00Z'), unit: 'Electrical' },
      { version: Date.parse('2025-11-26T01:00:00Z'), unit: 'Parks' },
    ]);
  });

  test('what a city adds of its own is read where a mapping names it', async () => {
    const noted = {
      ...request,
      notes: [{ ...request.notes[0], extended_attributes: { unit: '00004', by: 'Secret' } }],
    };
    const mapping = mappingSchema.parse({
      mapping: 1,
      name: 'own',
      shape: 'events',
      caseKind: 'field-report',
      fields: {
        dossier: 'case:service_request_id',
        at: 'datetime',
        unit: 'extended_attributes.unit',
        procedure: 'case:extended_attributes.topic',
        rating: { column: 'case:extended_attributes.liked', values: { true: 'satisfied', false: 'dissatisfied' } },
        submitted: 'case:requested_datetime',
      },
    });

    const parsed = await readAll(
      open311Reader,
      utf8.encode(
        JSON.stringify([{ ...noted, extended_attributes: { topic: 7, liked: false, reporter: { name: 'Secret' } } }]),
      ),
      { mapping },
      64,
    );

    expect(recordsIn(parsed, 'dossier-event')).toMatchObject([
      { unit: '00004' },
      { procedure: '7', rating: 'dissatisfied' },
    ]);
    expect(JSON.stringify(parsed)).not.toMatch(/secret/i);
  });

  test('an element that is no request is refused, the others are taken', async () => {
    const { parsed, records } = await read([5, { ...request, notes: 'none' }, request]);

    expect(records).toHaveLength(5);
    expect(parsed.flatMap((it) => (it.kind === 'rejected' ? [it.rejection.line] : []))).toEqual([1, 2]);
  });

  test.each([[[{ a: 1 }]], [[1, 2]], ['text']])('%j holds no request', async (value) => {
    await expect(read(value)).rejects.toMatchObject({ code: 'BAD_FILE' });
  });

  test('an empty list is an empty answer, no error', async () => {
    expect((await read([])).parsed).toEqual([]);
  });
});
