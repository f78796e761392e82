import { defaultLimits, readerOf, type Parsed } from '@flagtower/feeds';
import { describe, expect } from 'vitest';
import { z } from 'zod';

import { dossierLine } from '../testing/dossier-lines.ts';
import { bearer, readKey, test as base, type TestService } from '../testing/test-service.ts';

const requestSchema = z.object({
  service_request_id: z.guid(),
  status: z.enum(['open', 'closed']),
  service_code: z.string().nullable(),
  requested_datetime: z.string(),
  updated_datetime: z.string(),
  expected_datetime: z.string().nullable(),
  agency_responsible: z.string().nullable(),
  extended_attributes: z.object({ source: z.string(), code: z.string(), simulated: z.boolean() }),
});
const requestsSchema = z.array(requestSchema);
const errorsSchema = z.array(z.object({ code: z.number(), description: z.string() })).length(1);
const dayMs = 86_400_000;

interface Reports extends TestService {
  readonly list: (words?: string) => Promise<z.infer<typeof requestsSchema>>;
}

function daysAgo(days: number): string {
  return new Date(Date.now() - days * dayMs).toISOString();
}

/** Seven field reports of the real book: every second is closed, one is old, one was refused; and a dossier. */
const test = base.extend('reports', { scope: 'file' }, async ({ service }): Promise<Reports> => {
  const report = { caseKind: 'field-report', procedure: 'giao-thong' };
  const lines = Array.from({ length: 5 }, (_, index) => {
    const at = daysAgo(10 + index);
    const due = { at: daysAgo(5 + index), precision: 'instant' };
    const handled = index % 2 === 0 ? [{ step: 'handled', at: daysAgo(1 + index) }] : [];
    return dossierLine(`R-${String(index)}`, at, { ...report, due, steps: [{ step: 'received', at }, ...handled] });
  });
  const refused = daysAgo(3);
  lines.push(
    dossierLine('R-old', daysAgo(150), { ...report, procedure: 'moi-truong' }),
    dossierLine('R-refused', refused, { ...report, steps: [{ step: 'refused', at: refused }] }),
    dossierLine('D-1', daysAgo(4)),
  );
  for (const [ledger, told] of [
    ['real', lines],
    ['simulated', [dossierLine('S-1', daysAgo(2), report)]],
  ] as const) {
    const answer = await service.app.inject({
      method: 'POST',
      url: `/v1/intake/reports-${ledger}?ledger=${ledger}&format=ndjson`,
      headers: { ...bearer(await service.source(`reports-${ledger}`, ledger)), 'content-type': 'application/x-ndjson' },
      payload: told.join('\n'),
    });
    expect([answer.statusCode, answer.body]).toEqual([200, expect.stringContaining('"rejections":[]')]);
  }
  return {
    ...service,
    list: async (words = '') =>
      requestsSchema.parse((await service.app.inject(`/open311/v2/requests.json?${words}`)).json()),
  };
});

async function readBack(body: string): Promise<Parsed[]> {
  const all: Parsed[] = [];
  const options = { zone: 'UTC', mapping: null, asOf: null, caseKind: null, feed: null, limits: defaultLimits };
  const bytes = (async function* () {
    yield new TextEncoder().encode(body);
  })();
  for await (const batch of readerOf('open311')(bytes, options)) all.push(...batch);
  return all;
}

describe('Open311 GeoReport v2', { timeout: 60_000 }, () => {
  test('what we tell, our own reader takes: ids, states, moments', async ({ reports }) => {
    const told = await reports.list();

    const back = await readBack((await reports.app.inject('/open311/v2/requests.json')).body);

    expect(told.map(({ extended_attributes: { code } }) => code)).toEqual(['R-0', 'R-1', 'R-2', 'R-3', 'R-4']);
    expect(told.map(({ status }) => status)).toEqual(['closed', 'open', 'closed', 'open', 'closed']);
    expect(back.flatMap((it) => (it.kind === 'rejected' ? [it] : []))).toEqual([]);
    const cases = back.flatMap((it) => (it.kind === 'record' && it.record.kind === 'dossier-event' ? [it.record] : []));
    expect(
      cases.map(({ dossier, caseKind, steps, due, procedure }) => ({
        dossier,
        caseKind,
        procedure,
        received: steps.find(({ step }) => step === 'received')?.at,
        handled: steps.find(({ step }) => step === 'handled')?.at ?? null,
        due: due?.at,
      })),
    ).toEqual(
      told.map((request) => ({
        dossier: request.service_request_id,
        caseKind: 'field-report',
        procedure: 'giao-thong',
        received: request.requested_datetime,
        handled: request.status === 'closed' ? request.updated_datetime : null,
        due: request.expected_datetime,
      })),
    );
  });

  test('pages join to the whole, and states and services choose', async ({ reports }) => {
    const all = await reports.list();

    const pages = await Promise.all([1, 2, 3, 4].map((page) => reports.list(`page_size=2&page=${String(page)}`)));

    expect(pages.map(({ length }) => length)).toEqual([2, 2, 1, 0]);
    expect(pages.flat()).toEqual(all);
    expect((await reports.list('status=open')).map(({ status }) => status)).toEqual(['open', 'open']);
    expect(await reports.list('status=open,closed')).toEqual(all);
    expect(await reports.list('service_code=moi-truong')).toEqual([]);
  });

  test('a window is 90 days at most; ids reach beyond it', async ({ reports }) => {
    const old = await reports.list(`start_date=${daysAgo(160)}&end_date=${daysAgo(140)}&service_code=moi-truong`);
    const [id] = old.map((request) => request.service_request_id);

    expect(old).toHaveLength(1);
    expect(await reports.list(`start_date=${daysAgo(160)}`)).toEqual(old);
    expect(await reports.list(`end_date=${daysAgo(140)}`)).toEqual(old);
    expect(await reports.list(`service_request_id=${id ?? ''}&status=closed`)).toEqual(old);
    expect((await reports.app.inject(`/open311/v2/requests/${id ?? ''}.json`)).json()).toMatchObject(old);
    const tooWide = await reports.app.inject(
      `/open311/v2/requests.json?start_date=${daysAgo(91)}&end_date=${daysAgo(0)}`,
    );
    expect([tooWide.statusCode, errorsSchema.parse(tooWide.json())[0]?.code]).toEqual([400, 400]);
  });

  test.for([
    ['requests.json?status=done', 400],
    ['requests.json?start_date=yesterday', 400],
    ['requests.json?start_date=2026-02-02T00:00:00Z&end_date=2026-02-01T00:00:00Z', 400],
    ['requests.json?page=0', 400],
    ['requests.json?service_request_id=7', 400],
    ['requests.json?jurisdiction_id=elsewhere', 404],
    ['services.json?ledger=none', 400],
    ['requests/00000000-0000-4000-8000-000000000000.json', 404],
    ['requests/7.json', 404],
  ] as const)('%s is refused with %d in the list of errors', async ([address, status], { reports }) => {
    const answer = await reports.app.inject(`/open311/v2/${address}`);

    expect(answer.statusCode).toBe(status);
    expect(errorsSchema.parse(answer.json())[0]).toMatchObject({ code: status });
    const xml = await reports.app.inject(`/open311/v2/${address.replace('.json', '.xml')}`);
    expect([xml.statusCode, xml.headers['content-type']]).toEqual([status, 'text/xml; charset=utf-8']);
    expect(xml.body).toContain(`<errors><error><code>${String(status)}</code><description>`);
  });

  test('the same as XML', async ({ reports }) => {
    const [first] = await reports.list();

    const { body, headers } = await reports.app.inject('/open311/v2/requests.xml?page_size=1');

    expect(headers['content-type']).toBe('text/xml; charset=utf-8');
    expect(body).toContain(
      `<service_requests><request><service_request_id>${first?.service_request_id ?? ''}</service_request_id><status>closed</status>`,
    );
    expect(body).toContain('<code>R-0</code>');
    expect((await reports.app.inject('/open311/v2/services.xml')).body).toContain(
      '<services><service><service_code>giao-thong</service_code>',
    );
  });

  test('the simulated book only where it is asked for, and it says so', async ({ reports }) => {
    const answer = await reports.app.inject('/open311/v2/requests.json?ledger=simulated');

    expect(answer.headers['x-flagtower-ledger']).toBe('simulated');
    expect(requestsSchema.parse(answer.json()).map((request) => request.extended_attributes)).toEqual([
      { source: 'reports-simulated', code: 'S-1', simulated: true },
    ]);
    expect((await reports.app.inject('/open311/v2/requests.json')).headers['x-flagtower-ledger']).toBe('real');
  });

  test('names its services and where it is; from another machine a key reads', async ({ reports }) => {
    const services = z.array(z.object({ service_code: z.string(), metadata: z.literal(false) }));
    const { app } = reports;

    expect(services.parse((await app.inject('/open311/v2/services.json?jurisdiction_id=hanoi')).json())).toEqual([
      { service_code: 'giao-thong', metadata: false },
      { service_code: 'moi-truong', metadata: false },
    ]);
    const discovery = z.object({ endpoints: z.array(z.object({ url: z.url(), formats: z.array(z.string()) })) });
    const [endpoint] = discovery.parse((await app.inject('/open311/discovery.json')).json()).endpoints;
    expect(new URL(endpoint?.url ?? '').pathname).toBe('/open311/v2');
    for (const address of ['discovery.json', 'v2/services.json', 'v2/requests.xml', 'v2/requests/7.json']) {
      const url = `/open311/${address}`;
      expect((await app.inject({ url, remoteAddress: '192.0.2.7' })).statusCode).toBe(401);
      const withKey = await app.inject({ url, remoteAddress: '192.0.2.7', headers: bearer(readKey) });
      expect(withKey.statusCode).toBe(address.includes('/7.') ? 404 : 200);
    }
  });
});
