import { instantSchema, mqttSchema, sourceConfigSchema } from '@flagtower/contracts';
import type { Source } from '@flagtower/store';
import { describe, expect, test } from 'vitest';

import { alertFeed } from '../testing/alert-feed.ts';
import { readMessage } from './read-message.ts';

const source: Source = {
  ledgerId: 1,
  id: 'broker',
  namespace: 'broker',
  rank: 100,
  config: sourceConfigSchema.parse({
    id: 'broker',
    names: { vi: 'Trạm', en: 'Stations' },
    ledger: 'trial',
    zone: 'Asia/Ho_Chi_Minh',
  }),
  hasKey: false,
  lastContactAt: null,
  lastRecordAt: null,
  accepted: 0,
  duplicates: 0,
  quarantined: 0,
  conflicts: 0,
  dropped: 0,
  observedSince: null,
  pausedAt: null,
  trouble: null,
};
const receivedAt = instantSchema.parse('2026-03-02T00:00:07.000Z');
const message = (payload: string | Uint8Array) => ({ topic: 'air/a', payload: Buffer.from(payload), receivedAt });
const timeless = JSON.stringify({
  id: 'urn:ngsi-ld:AirQualityObserved:a',
  type: 'AirQualityObserved',
  pm25: { type: 'Property', value: 41 },
});

describe('an entity that tells no time', () => {
  test('is refused by default', async () => {
    const plan = mqttSchema.parse({ topics: ['air/{station}'], format: 'ngsi' });

    const { items, rejections } = await readMessage(plan, source, message(timeless));

    expect([items, rejections.length]).toEqual([[], 1]);
  });

  test('is taken at its arrival where its source is configured so, and its record says that it is uncertain', async () => {
    const plan = mqttSchema.parse({ topics: ['air/{station}'], format: 'ngsi', observedAt: 'arrival' });

    const { items, rejections } = await readMessage(plan, source, message(timeless));

    expect(rejections).toEqual([]);
    expect(items).toMatchObject([{ record: { occurredAt: receivedAt, quality: 'uncertain', value: 41 } }]);
  });
});

test('any JSON is read by the mapping of its source', async () => {
  const mapping = {
    mapping: 1,
    name: 'Tickets',
    shape: 'cases',
    caseKind: 'ticket',
    fields: { dossier: '$.ticket.no', received: '$.ticket.opened' },
  };
  const plan = mqttSchema.parse({ topics: ['desk/#'], format: 'json', mapping });
  const ticket = { no: 'T-1', opened: '2026-03-02T07:00:00+07:00' };

  const { items, rejections } = await readMessage(plan, source, message(JSON.stringify({ ticket })));

  expect(rejections).toEqual([]);
  expect(items).toMatchObject([{ record: { caseKind: 'ticket', dossier: 'T-1' } }]);
});

test('a full data set says what it names, so that what it leaves out can end', async () => {
  const plan = mqttSchema.parse({ topics: ['alerts'], format: 'gtfs-rt' });

  const { items, snapshot } = await readMessage(plan, source, message(alertFeed(1_767_574_800, ['a', 'b'])));

  expect(items).toHaveLength(2);
  expect(snapshot).toEqual({ atMs: 1_767_574_800_000, present: ['a', 'b'] });
});
