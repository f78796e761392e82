import { randomUUID } from 'node:crypto';

import { incidentLogLineSchema, listedIncidentSchema } from '@flagtower/contracts';
import { describe, expect } from 'vitest';
import { z } from 'zod';

import { personWith, type Person } from '../testing/people.ts';
import { bearer, test as base, type TestService } from '../testing/test-service.ts';

const listSchema = z.object({
  total: z.number(),
  stage: z.object({ stage: z.number() }),
  incidents: z.array(listedIncidentSchema),
});
const detailSchema = z.object({ incident: listedIncidentSchema, log: z.array(incidentLogLineSchema) });

interface Desk {
  readonly tell: (...lines: readonly object[]) => Promise<void>;
  readonly list: (query?: string) => Promise<z.infer<typeof listSchema>>;
  readonly lan: Person;
  readonly viewer: Person;
}

const test = base.extend('desk', { scope: 'file' }, async ({ service }): Promise<Desk> => {
  const key = await service.source('gauges');
  return {
    tell: async (...lines) => {
      const answer = await service.app.inject({
        method: 'POST',
        url: '/v1/intake/gauges?ledger=trial&format=ndjson',
        headers: { ...bearer(key), 'content-type': 'application/x-ndjson' },
        payload: lines.map((line) => JSON.stringify(line)).join('\n'),
      });
      expect([answer.statusCode, answer.body]).toEqual([200, expect.stringContaining('"rejections":[]')]);
    },
    list: async (query = '') =>
      listSchema.parse((await service.app.inject(`/v1/incidents?ledger=trial${query}`)).json()),
    lan: await personWith(service, 'steward', `lan-${randomUUID().slice(0, 8)}`),
    viewer: await personWith(service, 'viewer', `viewer-${randomUUID().slice(0, 8)}`),
  };
});

function water(entity: string, minutesAgo: number, value: number): object {
  const occurredAt = new Date(Date.now() - minutesAgo * 60_000).toISOString();
  return {
    kind: 'observation',
    recordId: `${entity}@${occurredAt}`,
    occurredAt,
    feed: 'water',
    entity,
    metric: 'currentLevel',
    value,
    unitOfMeasure: 'm',
    point: [105.85, 21.02],
  };
}

async function detailOf({ app }: TestService, id: string): Promise<z.infer<typeof detailSchema>> {
  return detailSchema.parse((await app.inject(`/v1/incidents/${id}?ledger=trial`)).json());
}

describe('incidents', { timeout: 60_000 }, () => {
  test('a flood is raised, acknowledged, commented, closed, and its log tells all of it', async ({ service, desk }) => {
    await desk.tell(water('P1', 15, 0.3), water('P1', 10, 0.45), water('P1', 5, 0.45));

    const { incidents, stage } = await desk.list('&center=environment');
    const [raised] = incidents;
    expect([incidents.length, stage.stage]).toEqual([1, 2]);
    expect(raised).toMatchObject({
      kind: 'street-flood',
      severity: 3,
      state: 'raised',
      over: false,
      center: 'environment',
    });
    const url = `/v1/incidents/${raised?.id ?? ''}/deeds?ledger=trial`;
    for (const deed of ['acknowledge', 'comment', 'close'])
      expect((await desk.lan.send('POST', url, { deed, text: `Lý do ${deed}` })).statusCode).toBe(200);

    const { incident, log } = await detailOf(service, raised?.id ?? '');
    expect(incident).toMatchObject({ state: 'closed', closed: { by: { displayName: desk.lan.account.displayName } } });
    expect(log.map((line) => (line.line === 'deed' ? line.deed : line.line))).toEqual([
      'telling',
      'telling',
      'acknowledge',
      'comment',
      'close',
    ]);
    expect((await desk.list('&center=environment&state=open')).total).toBe(0);
    expect((await desk.list('&center=environment&state=closed')).total).toBe(1);
    expect((await desk.lan.send('POST', url, { deed: 'close', text: 'once more' })).statusCode).toBe(409);
  });

  test('the list of a moment is as it was known then', async ({ desk }) => {
    const before = await desk.list('&center=security');
    const at = new Date().toISOString();
    // What is recorded in the very millisecond is known in it.
    await expect.poll(() => Date.now(), { interval: 1 }).toBeGreaterThan(Date.parse(at));
    const down = { feed: 'systems', metric: 'up', unitOfMeasure: '1' };
    await desk.tell({ ...water('S7', 6, 0), ...down }, { ...water('S7', 1, 0), ...down });

    const then = await desk.list(`&center=security&at=${at}&known=${at}`);
    expect(then.total).toBe(before.total);
    expect((await desk.list('&center=security')).total).toBe(before.total + 1);
  });

  test('what a person raises has the name and the words of the person', async ({ service, desk }) => {
    const payload = {
      kind: 'public-order',
      severity: 2,
      text: 'Đám đông cản trở giao thông',
      place: 'Hồ Gươm',
      unit: '00070',
    };

    const answer = await desk.lan.send('POST', '/v1/incidents?ledger=trial', payload);

    const { id } = z.object({ id: z.string() }).parse(answer.json());
    const { incident, log } = await detailOf(service, id);
    expect(incident).toMatchObject({ state: 'raised', center: 'traffic', about: { from: 'hand', text: payload.text } });
    expect(incident).toMatchObject({
      place: { name: 'Hồ Gươm', unit: '00070' },
      raisedBy: { displayName: desk.lan.account.displayName },
    });
    expect(log).toMatchObject([{ line: 'deed', deed: 'raise', by: { displayName: desk.lan.account.displayName } }]);
  });

  test('only people with the role act: no viewer, no key, nobody', async ({ service, desk }) => {
    const payload = { kind: 'other', severity: 1, text: 'something happened' };
    const url = '/v1/incidents?ledger=trial';

    expect((await desk.viewer.send('POST', url, payload)).statusCode).toBe(403);
    expect((await service.app.inject({ method: 'POST', url, payload })).statusCode).toBe(401);
  });

  test.for<[object, string]>([
    [{ kind: 'no-such', severity: 1, text: 'something' }, 'kind'],
    [{ kind: 'other', severity: 1, text: 'something', center: 'no-such' }, 'center'],
    [{ kind: 'other', severity: 1, text: 'something', unit: '99999' }, 'unit'],
    [{ kind: 'other', severity: 5, text: 'something' }, 'severity'],
    [{ kind: 'other', severity: 1, text: ' ' }, 'text'],
    [{ kind: 'other', severity: 1, text: 'something', color: 'red' }, 'color'],
  ])('bad input %o is refused and says where', async ([payload, place], { desk }) => {
    const answer = await desk.lan.send('POST', '/v1/incidents?ledger=trial', payload);

    expect([answer.statusCode, answer.body]).toEqual([400, expect.stringContaining(place)]);
  });

  test('an incident that is not there is not found, and a word that is no id is refused', async ({ service }) => {
    expect((await service.app.inject('/v1/incidents/n-0123456789abcdef?ledger=trial')).statusCode).toBe(404);
    expect((await service.app.inject('/v1/incidents/whatever?ledger=trial')).statusCode).toBe(400);
  });
});
