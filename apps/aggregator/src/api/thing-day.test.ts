import { explanationSchema, kpiAnswerSchema, noticeLineSchema, thingDaySchema } from '@flagtower/contracts';
import { expect } from 'vitest';
import { z } from 'zod';

import { bearer, test, type TestService } from '../testing/test-service.ts';

const noon = Date.parse('2026-03-02T05:00:00Z');
const iso = (minutes: number): string => new Date(noon - minutes * 60_000).toISOString();
const reading = (entity: string, metric: string, minutes: number, value: number | null, more: object = {}) => ({
  kind: 'observation',
  recordId: `${entity}|${metric}|${iso(minutes)}`,
  occurredAt: iso(minutes),
  feed: 'cameras',
  entity,
  metric,
  value,
  ...(value === null && { absent: 'not-measured' }),
  unitOfMeasure: '{camera}',
  ...more,
});

async function tell({ app, source }: TestService, id: string, lines: readonly object[]): Promise<void> {
  const key = await source(id);
  const payload = lines.map((line) => JSON.stringify(line)).join('\n');
  const answer = await app.inject({ method: 'POST', url: `/v1/intake/${id}`, headers: bearer(key), payload });
  expect(answer.statusCode).toBe(200);
}

test('one camera tells since when it is dead, where it is, and how its day went', async ({ service }) => {
  await tell(service, 'eyes', [
    ...[90, 60, 30, 0].flatMap((minutes) => [
      reading('C1', 'installed', minutes, 1, { point: [105.85, 21.03] }),
      reading('C1', 'online', minutes, minutes > 45 ? 1 : 0),
      reading('C2', 'installed', minutes, 1),
      reading('C2', 'online', minutes, 1),
    ]),
    reading('C1', 'online', 60, 0, { version: 1 }),
  ]);

  const list = await service.app.inject(`/v1/kpis/traffic.cameras.dead?by=entity&at=${iso(0)}`);
  const { values, rows } = kpiAnswerSchema.parse(list.json());

  expect(values.map(({ key, value }) => [key['entity'], value])).toEqual([
    ['C1', 1],
    ['C2', 0],
  ]);
  // It was corrected: dead for 60 minutes, not 30.
  expect(values[0]?.thing).toMatchObject({ since: iso(60), point: [105.85, 21.03], occurredAt: iso(0) });
  expect(values[0]?.thing?.unit).not.toBeNull();
  expect(values[1]?.thing).toMatchObject({ since: null, point: null, unit: null });
  expect(rows).toEqual({ from: 0, of: 2 });

  const answer = await service.app.inject(`/v1/feeds/cameras/entities/C1?at=${iso(0)}`);
  const { thing } = z.object({ thing: thingDaySchema }).parse(answer.json());

  expect(thing).toMatchObject({ point: [105.85, 21.03], unit: values[0]?.thing?.unit });
  expect(thing.metrics.find(({ metric }) => metric === 'online')).toMatchObject({
    value: 0,
    source: 'eyes',
    points: [
      { at: iso(90), value: 1 },
      { at: iso(60), value: 0 },
      { at: iso(30), value: 0 },
      { at: iso(0), value: 0 },
    ],
  });

  // A road that only counts or does not tells its speed: neither 1 nor 0 is one.
  await tell(service, 'speeds', [
    reading('R1', 'speed', 10, 8.5, { feed: 'traffic', unitOfMeasure: 'km/h' }),
    reading('R2', 'speed', 10, 40, { feed: 'traffic', unitOfMeasure: 'km/h' }),
  ]);
  const roads = await service.app.inject(`/v1/kpis/traffic.congestion-points?by=entity&at=${iso(0)}`);
  expect(kpiAnswerSchema.parse(roads.json()).values.map((road) => [road.value, road.thing?.reading])).toEqual([
    [1, { value: 8.5, unitOfMeasure: 'km/h' }],
    [0, { value: 40, unitOfMeasure: 'km/h' }],
  ]);

  const unknown = await service.app.inject('/v1/feeds/cameras/entities/C3');
  expect(unknown.statusCode).toBe(404);
});

test('notices are counted by unit, by severity and one by one, and the explanation lists them', async ({ service }) => {
  const notice = (recordId: string, severity: string, center: readonly [number, number] | null) => ({
    kind: 'notice',
    recordId,
    version: 1,
    occurredAt: iso(30),
    noticeType: 'incident',
    category: 'accident',
    severity,
    urgency: 'immediate',
    certainty: 'observed',
    status: 'actual',
    startsAt: iso(40),
    endsAt: null,
    ended: false,
    supersedes: [],
    sender: 'police',
    texts: [{ language: 'vi', event: `Tai nạn ${recordId}` }],
    areas: center === null ? [] : [{ name: '', polygons: [], circles: [{ center, radiusKm: 0 }], geocodes: [] }],
    signed: false,
  });
  await tell(service, 'roads', [notice('a', 'severe', [105.85, 21.03]), notice('b', 'minor', null)]);
  const ask = async (by: string) =>
    kpiAnswerSchema
      .parse((await service.app.inject(`/v1/kpis/traffic.incidents.active?by=${by}&at=${iso(0)}`)).json())
      .values.map(({ key, value, reasons }) => ({ row: key[by], value, reasons }));

  expect((await ask('unit')).at(-1)).toEqual({
    row: 'unallocated',
    value: 1,
    reasons: [{ reason: 'no-place', value: 1 }],
  });
  expect(await ask('unit')).toHaveLength(2);
  expect((await ask('group')).map(({ row }) => row)).toEqual(['minor', 'severe']);
  expect((await ask('entity')).map(({ row }) => row)).toEqual(['a', 'b']);

  const why = await service.app.inject(`/v1/kpis/traffic.incidents.active/explain?at=${iso(0)}`);
  const { measured } = explanationSchema.parse(why.json());

  expect(measured).toMatchObject({ of: 2, corrected: 0, worst: { source: 'roads' } });
  expect(measured?.notices.map(({ recordId, corrects }) => [recordId, corrects])).toEqual([
    ['a', 0],
    ['b', 0],
  ]);
});

test('a notice is told with all that it replaced, as it is kept, and an exercise never stands as real', async ({
  service,
}) => {
  const sender = `sirens-${'x'.repeat(120)}@city.example`;
  const alert = (name: string, minutes: number, more: object = {}) => ({
    kind: 'notice',
    recordId: `${sender},${name}`,
    version: noon - minutes * 60_000,
    occurredAt: iso(minutes),
    noticeType: 'alert',
    category: 'Met',
    severity: 'severe',
    urgency: 'immediate',
    certainty: 'observed',
    status: 'actual',
    startsAt: iso(minutes),
    endsAt: null,
    ended: false,
    supersedes: [],
    sender,
    texts: [{ language: 'vi-VN', event: name }],
    areas: [],
    signed: false,
    ...more,
  });
  const names = (...all: string[]) => all.map((name) => `${sender},${name}`);
  await tell(service, 'sirens', [
    alert('storm', 60),
    alert('storm/2', 40, { supersedes: names('storm') }),
    alert('storm/3', 10, { supersedes: names('storm/2'), ended: true }),
    alert('other', 30),
    alert('drill', 20, { status: 'exercise', supersedes: names('other') }),
  ]);
  const ask = async (name: string, minutes = 0) => {
    const answer = await service.app.inject(
      `/v1/notices/${encodeURIComponent(`${sender},${name}`)}?at=${iso(minutes)}`,
    );
    return {
      status: answer.statusCode,
      notice: z.object({ notice: noticeLineSchema }).safeParse(answer.json()).data?.notice,
    };
  };
  const standings = async (name: string, minutes = 0) => {
    const { notice } = await ask(name, minutes);
    return notice?.tellings.map(({ record }) => `${record.texts[0]?.event} ${notice.standings[record.recordId]}`);
  };

  expect(await standings('storm')).toEqual(['storm replaced', 'storm/2 ended', 'storm/3 ended']);
  expect(await standings('storm/2', 20)).toEqual(['storm replaced', 'storm/2 active']);
  expect(await standings('other')).toEqual(['other active', 'drill not-real']);
  expect((await ask('drill')).notice?.standing).toBe('not-real');
  expect((await ask('storm/2', 20)).notice?.tellings[1]).toMatchObject({
    source: 'sirens',
    record: {
      recordId: `${sender},storm/2`,
      texts: [{ language: 'vi-VN', event: 'storm/2' }],
      supersedes: names('storm'),
    },
  });
  expect([(await ask('storm/2', 50)).status, (await ask('flood')).status]).toEqual([404, 404]);
  const { notices } = (await service.app.inject(`/v1/notices?source=sirens&at=${iso(0)}`)).json<{
    notices: { id: string }[];
  }>();
  expect(notices.map(({ id }) => id)).toEqual(names('other'));
});
