import { gunzipSync } from 'node:zlib';

import { hanoi } from '@flagtower/city-hanoi';
import {
  cityViewSchema,
  explanationSchema,
  kpiAnswerSchema,
  problemSchema,
  programmeRowSchema,
} from '@flagtower/contracts';
import { targetsOn } from '@flagtower/domain';
import { describe, expect } from 'vitest';
import { z } from 'zod';

import { receivedLine } from '../testing/dossier-lines.ts';
import { adminKey, bearer, test } from '../testing/test-service.ts';

interface Page {
  readonly dossiers: readonly { readonly code: string }[];
  readonly next: string | null;
}

describe('the read side', { timeout: 60_000 }, () => {
  test('tells the city without its sources', async ({ service }) => {
    const answer = await service.app.inject('/v1/city');

    expect(cityViewSchema.parse(answer.json()).id).toBe('hanoi');
    expect(answer.json()).not.toHaveProperty('sources');
  });

  test('sends a large answer packed to who can unpack it, and says so', async ({ service }) => {
    const [plain, packed] = await Promise.all(
      ['identity', 'gzip'].map((encoding) =>
        service.app.inject({ url: '/v1/city', headers: { 'accept-encoding': encoding } }),
      ),
    );

    expect(plain?.headers['content-encoding']).toBeUndefined();
    expect(packed?.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(packed?.rawPayload ?? Buffer.of())).toEqual(plain?.rawPayload);
    expect(packed?.rawPayload.length).toBeLessThan((plain?.rawPayload.length ?? 0) / 3);
  });

  test('tells the targets of the city as a whole with it, and those of its units with the programme', async ({
    service,
  }) => {
    const view = cityViewSchema.parse((await service.app.inject('/v1/city')).json());
    const day = '2025-07-15';
    const programme = await service.app.inject(`/v1/programme?at=${day}&level=commune`);

    const own = hanoi.targets.filter(({ unit }) => unit === hanoi.root);
    const { rows } = z.object({ rows: z.array(programmeRowSchema) }).parse(programme.json());
    const inForce = targetsOn(hanoi.targets, day).filter(({ unit }) => /^\d{5}$/.test(unit));
    expect(view.targets).toEqual(own);
    expect(rows.map(({ kpi, unit }) => `${kpi}|${unit}`).toSorted()).toEqual(
      inForce.map(({ kpi, unit }) => `${kpi}|${unit}`).toSorted(),
    );
    expect(inForce.length).toBeGreaterThan(100);
  });

  test('answers a figure as the contract says, with the cut it used', async ({ service }) => {
    const key = await service.source('cut');
    const sent = await service.app.inject({
      method: 'POST',
      url: '/v1/intake/cut',
      headers: bearer(key),
      payload: receivedLine('C-1'),
    });
    const { knownSeq } = sent.json<{ knownSeq: number }>();

    const now = kpiAnswerSchema.parse(
      (await service.app.inject('/v1/kpis/dossiers.received?source=cut&unit=00004')).json(),
    );
    const before = kpiAnswerSchema.parse(
      (await service.app.inject(`/v1/kpis/dossiers.received?source=cut&knownSeq=${String(knownSeq - 1)}`)).json(),
    );
    const earlier = kpiAnswerSchema.parse(
      (await service.app.inject('/v1/kpis/dossiers.received?source=cut&at=2026-03-02T02:59:59Z')).json(),
    );

    expect(now).toMatchObject({ knownSeq, ledger: 'trial', unit: '00004', values: [{ value: 1, source: ['cut'] }] });
    expect(before.values).toMatchObject([{ value: null }]);
    expect(earlier).toMatchObject({ at: '2026-03-02T02:59:59.000Z', values: [{ value: 0 }] });
  });

  test('reads a day in the ledger’s zone, half-open', async ({ service }) => {
    const key = await service.source('days');
    const lines = [receivedLine('Y-1', '2026-03-01T16:59:59.999Z'), receivedLine('Y-2', '2026-03-01T17:00:00.000Z')];
    await service.app.inject({
      method: 'POST',
      url: '/v1/intake/days',
      headers: bearer(key),
      payload: lines.join('\n'),
    });

    const ask = async (from: string, to: string) =>
      kpiAnswerSchema.parse(
        (await service.app.inject(`/v1/kpis/dossiers.received?source=days&from=${from}&to=${to}`)).json(),
      ).values[0]?.value;

    expect([
      await ask('2026-03-01', '2026-03-02'),
      await ask('2026-03-02', '2026-03-03'),
      await ask('2026-03-01', '2026-03-03'),
    ]).toEqual([1, 1, 2]);
  });

  test('answers all figures at one cut', async ({ service }) => {
    const answer = await service.app.inject('/v1/kpis');

    const { knownSeq, answers } = answer.json<{ knownSeq: number; answers: { kpi: string; knownSeq: number }[] }>();
    expect(answers.length).toBeGreaterThan(20);
    expect(new Set(answers.map((each) => each.knownSeq))).toEqual(new Set([knownSeq]));
  });

  test('explains a figure by counts that add up', async ({ service }) => {
    const key = await service.source('why');
    const lines = [1, 2, 3].map((n) => receivedLine(`W-${String(n)}`));
    await service.app.inject({
      method: 'POST',
      url: '/v1/intake/why',
      headers: bearer(key),
      payload: lines.join('\n'),
    });

    const answer = await service.app.inject('/v1/kpis/dossiers.received/explain?source=why');

    const { answer: figure, balances, days, entries, records } = explanationSchema.parse(answer.json());
    expect(figure.values[0]?.value).toBe(3);
    expect(balances).toMatchObject([{ measure: 'received', sum: 3, entries: 3, records: 3 }]);
    expect(days.reduce((sum, day) => sum + day.sum, 0)).toBe(3);
    expect(entries.reduce((sum, entry) => sum + entry.delta, 0)).toBe(3);
    expect(records).toHaveLength(3);
  });

  test('pages through dossiers without losing or repeating one', async ({ service }) => {
    const key = await service.source('pages');
    const lines = Array.from({ length: 25 }, (_, n) => receivedLine(`G-${String(n)}`));
    await service.app.inject({
      method: 'POST',
      url: '/v1/intake/pages',
      headers: bearer(key),
      payload: lines.join('\n'),
    });

    const page = async (after: string): Promise<Page> =>
      (await service.app.inject(`/v1/dossiers?source=pages&limit=10${after}`)).json<Page>();
    const pages = [await page('')];
    for (let next = pages[0]?.next; typeof next === 'string'; next = pages.at(-1)?.next)
      pages.push(await page(`&after=${next}`));
    const codes = pages.flatMap(({ dossiers }) => dossiers.map(({ code }) => code));

    expect(codes).toHaveLength(25);
    expect(new Set(codes).size).toBe(25);
  });

  test('tells one dossier’s story', async ({ service }) => {
    const key = await service.source('story');
    await service.app.inject({
      method: 'POST',
      url: '/v1/intake/story',
      headers: bearer(key),
      payload: receivedLine('S-1'),
    });
    const list = await service.app.inject('/v1/dossiers?source=story');
    const id = list.json<{ dossiers: { id: string }[] }>().dossiers[0]?.id ?? '';

    const story = await service.app.inject(`/v1/dossiers/${id}`);

    expect(story.json()).toMatchObject({
      dossier: { code: 'S-1', standing: 'open', records: [{ source: 'story', event: { dossier: 'S-1' } }] },
    });
  });

  test('knows the units of a day', async ({ service }) => {
    const count = async (day: string) =>
      (await service.app.inject(`/v1/units?on=${day}`))
        .json<{ units: { level: string }[] }>()
        .units.filter(({ level }) => level === 'commune').length;

    const days = ['2019-12-31', '2020-03-01', '2025-06-30', '2025-07-01'];

    expect(await Promise.all(days.map(count))).toEqual([584, 579, 526, 126]);
  });

  test('exports figures that say which ledger they are of', async ({ service }) => {
    const answer = await service.app.inject('/v1/export/kpis.csv?ledger=simulated');

    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.body).toContain('SIMULATED DATA');
  });

  test('exports a trend as workbook, picture and paper, each with its mark', async ({ service }) => {
    const file = async (format: string) =>
      await service.app.inject(`/v1/export/trend.${format}?ledger=simulated&kpi=dossiers.received&language=vi`);
    const [xlsx, png, svg, pdf] = await Promise.all(['xlsx', 'png', 'svg', 'pdf'].map(file));

    expect(xlsx?.rawPayload.subarray(0, 2).toString()).toBe('PK');
    expect(png?.rawPayload.subarray(1, 4).toString()).toBe('PNG');
    expect(pdf?.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect(svg?.headers['content-type']).toContain('image/svg+xml');
    expect(svg?.body).toContain('SỐ LIỆU MÔ PHỎNG');
    expect(svg?.body).toContain('Be Vietnam Pro');
    expect((await service.app.inject('/v1/export/trend.csv?kpi=dossiers.handling-time.median')).statusCode).toBe(404);
  });
});

describe('a ledger’s clock', { timeout: 60_000 }, () => {
  test('is driven by the administrator, and the present of its figures follows', async ({ service }) => {
    const put = (ledger: string, payload: object) =>
      service.app.inject({
        method: 'PUT',
        url: `/v1/ledgers/${ledger}/clock`,
        headers: { ...bearer(adminKey), 'content-type': 'application/json' },
        payload,
      });

    const driven = await put('simulated', { at: '2025-01-01T00:00:00.000Z', speed: 60 });
    const figure = kpiAnswerSchema.parse((await service.app.inject('/v1/kpis/dossiers.open?ledger=simulated')).json());
    const real = await put('simulated', { clock: 'real' });
    const refused = await put('real', { speed: 2 });

    expect(driven.json()).toMatchObject({ driven: true, speed: 60 });
    expect(figure.at.slice(0, 10)).toBe('2025-01-01');
    expect(real.json()).toMatchObject({ driven: false, speed: 1 });
    expect(refused.statusCode).toBe(403);
  });
});

describe('a "no" is a problem document', { timeout: 60_000 }, () => {
  test.for([
    ['/v1/nothing', 404, 'NOT_FOUND'],
    ['/v1/kpis/no.such', 404, 'UNKNOWN_KPI'],
    ['/v1/kpis/dossiers.received?unit=no-such', 404, 'UNKNOWN_UNIT'],
    ['/v1/kpis/dossiers.received?source=no-such', 404, 'UNKNOWN_SOURCE'],
    ['/v1/kpis/dossiers.received?ledger=other', 400, 'BAD_REQUEST'],
    ['/v1/kpis/dossiers.received?at=yesterday', 400, 'BAD_REQUEST'],
    ['/v1/kpis/dossiers.received?by=colour', 400, 'BAD_REQUEST'],
    ['/v1/dossiers/00000000-0000-4000-8000-000000000000', 404, 'NOT_FOUND'],
    ['/v1/export/nothing.csv', 404, 'NOT_FOUND'],
  ] as const)('%s: %i %s', async ([url, status, code], { service }) => {
    const answer = await service.app.inject(url);

    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(problemSchema.parse(answer.json())).toMatchObject({ status, code });
  });

  test('that names what is wrong in a body, and not its values', async ({ service }) => {
    const answer = await service.app.inject({
      method: 'POST',
      url: '/v1/sources',
      headers: { ...bearer(adminKey), 'content-type': 'application/json' },
      payload: { id: 'Nguyễn Văn A', names: {}, ledger: 'trial', zone: 'UTC' },
    });

    expect(answer.json()).toMatchObject({ code: 'BAD_REQUEST', place: expect.stringContaining('id') });
    expect(answer.body).not.toContain('Nguyễn');
  });
});

describe('the documents', { timeout: 60_000 }, () => {
  test('describe every address in OpenAPI 3.1', async ({ service }) => {
    const answer = await service.app.inject('/docs/json');

    const { openapi, paths } = answer.json<{ openapi: string; paths: Record<string, unknown> }>();
    expect(openapi).toBe('3.1.0');
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining([
        '/v1/intake/{source}',
        '/v1/intake/{source}/file',
        '/v1/kpis',
        '/v1/kpis/{id}/explain',
        '/v1/dossiers/{id}',
        '/v1/export/{file}',
      ]),
    );
  });

  test('health, readiness and counts are there for machines', async ({ service }) => {
    const [health, ready, metrics] = [
      await service.app.inject('/healthz'),
      await service.app.inject('/readyz'),
      await service.app.inject('/metrics'),
    ];

    expect([health.json(), ready.json()]).toEqual([{ status: 'ok' }, { status: 'ready', store: 'ok' }]);
    expect(metrics.body).toContain('flagtower_commit_seconds_bucket');
  });
});
