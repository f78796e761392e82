import type { Explanation, KpiAnswer, ReportFileAnswer, ReportProposal, Stated } from '@flagtower/contracts';
import { describe, expect } from 'vitest';

import { fromOwnPage, personWith, type Person } from '../testing/people.ts';
import { adminKey, bearer, test as base, type TestService } from '../testing/test-service.ts';

const test = base.extend('people', { scope: 'file' }, async ({ service }) => ({
  viewer: await personWith(service, 'viewer', 'viewer'),
  steward: await personWith(service, 'steward', 'steward'),
  approver: await personWith(service, 'approver', 'approver'),
  admin: await personWith(service, 'admin', 'admin'),
}));

const draft = {
  indicator: 'kiosk.installed',
  unit: '01',
  period: { from: '2019-01-01', to: '2019-03-31' },
  value: 0.4,
  bound: null,
  statedBy: 'Báo cáo quý I/2019 của Sở Thông tin và Truyền thông',
};

async function propose(person: Person, change: object = {}, ledger = 'trial'): Promise<string> {
  const answer = await person.send('POST', `/v1/reports/proposals?ledger=${ledger}`, { ...draft, ...change });
  expect(answer.statusCode).toBe(200);
  return answer.json<{ id: string }>().id;
}

async function approve(person: Person, id: string): Promise<ReportProposal> {
  const answer = await person.send('POST', `/v1/reports/proposals/${id}/approve`);
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

async function kpi({ app }: TestService, id: string, query: string): Promise<KpiAnswer> {
  return (await app.inject(`/v1/kpis/${id}?${query}`)).json();
}

describe('a stated figure', { timeout: 60_000 }, () => {
  test('shows once a second person has approved it, with its period, its source and both names', async ({
    service,
    people,
  }) => {
    const id = await propose(people.steward);
    const before = await kpi(service, 'report.kiosk.installed', 'at=2019-06-01');

    const approved = await approve(people.approver, id);

    const after = await kpi(service, 'report.kiosk.installed', 'at=2019-06-01');
    expect(before.values[0]?.value).toBeNull();
    expect(approved).toMatchObject({ state: 'approved', version: 1, decidedBy: { displayName: 'Cán bộ approver' } });
    expect(after.values[0]).toMatchObject({
      value: 0.4,
      source: ['reports'],
      stated: {
        period: draft.period,
        statedBy: draft.statedBy,
        author: 'Cán bộ steward',
        approver: 'Cán bộ approver',
        seq: approved.seq,
      },
    });
    expect(after.knownSeq).toBe(approved.seq);
  });

  test('is not there before its period has ended, nor before it was known', async ({ service, people }) => {
    const { seq } = await approve(
      people.approver,
      await propose(people.steward, { indicator: 'it-zones.invested', value: 1 }),
    );
    const read = async (query: string) => (await kpi(service, 'report.it-zones.invested', query)).values[0]?.value;

    expect([
      await read('at=2019-03-31'),
      await read('at=2019-04-01'),
      await read(`at=2019-04-01&knownSeq=${String((seq ?? 0) - 1)}`),
    ]).toEqual([null, 1, null]);
  });

  test('is corrected by a higher version, and what was said before stays readable', async ({ service, people }) => {
    const figure = { indicator: 'ioc.centers', value: 2 };
    const first = await approve(people.approver, await propose(people.steward, figure));
    await approve(people.approver, await propose(people.steward, { ...figure, value: 3 }));

    const now = await kpi(service, 'report.ioc.centers', 'at=2019-06-01');
    const then = await kpi(service, 'report.ioc.centers', `at=2019-06-01&knownSeq=${String(first.seq)}`);
    const why = (await service.app.inject('/v1/kpis/report.ioc.centers/explain?at=2019-06-01')).json<Explanation>();

    expect([now.values[0]?.value, then.values[0]?.value]).toEqual([3, 2]);
    expect(why.versions.map(({ version, value }) => [version, value])).toEqual([
      [2, 3],
      [1, 2],
    ]);
    expect(why.records.map(({ recordId, version }) => [recordId, version])).toEqual([
      ['ioc.centers/01/2019-01-01/2019-03-31', 2],
      ['ioc.centers/01/2019-01-01/2019-03-31', 1],
    ]);
  });

  test('of the city’s profile is there in every ledger, and a correction goes before it', async ({
    service,
    people,
  }) => {
    const period = { from: '2018-12-31', to: '2018-12-31' };
    const read = async (ledger: string) => {
      const { values } = await kpi(service, 'report.services.online', `at=2019-02-01&ledger=${ledger}`);
      return [values[0]?.value, values[0]?.source, values[0]?.stated?.author];
    };
    const shipped = await read('trial');
    await approve(
      people.approver,
      await propose(people.steward, { indicator: 'services.online', period, value: 1060 }),
    );

    expect(shipped).toEqual([1055, ['city-profile'], null]);
    expect(await read('trial')).toEqual([1060, ['reports'], 'Cán bộ steward']);
    expect(await read('real')).toEqual([1055, ['city-profile'], null]);
  });

  test('that is more than a number says keeps saying so', async ({ service }) => {
    const { values } = await kpi(service, 'report.dossiers.received.total', 'at=2019-02-01');

    expect(values[0]).toMatchObject({ value: 311_000, stated: { bound: 'more-than' } });
  });

  test('unknown is told as unknown, not as nothing and not as 0', async ({ service, people }) => {
    const figure = { indicator: 'bac-tu-liem.edocs', unit: '021', value: null };
    await approve(people.approver, await propose(people.steward, figure));

    const { values } = await kpi(service, 'report.bac-tu-liem.edocs', 'at=2019-06-01&unit=021');

    expect(values[0]).toMatchObject({ value: null, stated: { value: null, unit: '021' } });
  });
});

describe('the second person', { timeout: 60_000 }, () => {
  test('is never the author, whatever the author’s role', async ({ people }) => {
    const statuses = [];
    for (const author of [people.approver, people.admin]) {
      const id = await propose(author);
      const own = await author.send('POST', `/v1/reports/proposals/${id}/approve`);
      statuses.push([own.statusCode, own.json<{ code: string }>().code]);
      await author.send('POST', `/v1/reports/proposals/${id}/withdraw`);
    }

    expect(statuses).toEqual([
      [403, 'FORBIDDEN'],
      [403, 'FORBIDDEN'],
    ]);
  });

  test('rejects with a reason, and what is decided stays decided', async ({ service, people }) => {
    const id = await propose(people.steward, { indicator: 'ba-dinh.readiness', unit: '001', value: 1 });

    const silent = await people.approver.send('POST', `/v1/reports/proposals/${id}/reject`, { reason: ' ' });
    const told = await people.approver.send('POST', `/v1/reports/proposals/${id}/reject`, {
      reason: 'Nguồn không nêu kỳ',
    });
    const again = await people.admin.send('POST', `/v1/reports/proposals/${id}/approve`);

    expect([silent.statusCode, told.statusCode, again.statusCode]).toEqual([400, 200, 409]);
    expect(told.json()).toMatchObject({ state: 'rejected', reason: 'Nguồn không nêu kỳ', seq: null });
    expect(
      (await kpi(service, 'report.ba-dinh.readiness', 'at=2019-06-01&unit=001')).values[0]?.stated,
    ).toBeUndefined();
  });

  test('two people who decide at the same moment decide once', async ({ service, people }) => {
    const id = await propose(people.steward, { indicator: 'ba-dinh.online-meetings', unit: '001', value: 0.5 });

    const both = await Promise.all(
      [people.approver, people.admin].map((person) => person.send('POST', `/v1/reports/proposals/${id}/approve`)),
    );

    const told = (await service.app.inject('/v1/reports?indicator=ba-dinh.online-meetings')).json<{
      reports: Stated[];
    }>();
    expect(both.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(told.reports).toHaveLength(1);
  });

  test('two corrections that are approved at once are two versions', async ({ service, people }) => {
    const ids = [];
    for (const value of [0.1, 0.2, 0.3])
      ids.push(await propose(people.steward, { indicator: 'ba-dinh.online', unit: '001', value }));

    await Promise.all(ids.map((id) => approve(people.approver, id)));

    const told = (await service.app.inject('/v1/reports?indicator=ba-dinh.online')).json<{ reports: Stated[] }>();
    expect(told.reports.map(({ version }) => version).toSorted((a, b) => a - b)).toEqual([1, 2, 3]);
  });
});

test('what each role may do with figures', { timeout: 60_000 }, async ({ service, people }) => {
  const other = { indicator: 'onestop.coverage', value: 0.9 };
  const steps = {
    read: (person: Person) => person.send('GET', '/v1/reports'),
    'see the queue': (person: Person) => person.send('GET', '/v1/reports/proposals'),
    propose: (person: Person) => person.send('POST', '/v1/reports/proposals', { ...draft, ...other }),
    import: (person: Person) => person.send('POST', '/v1/reports/import?dryRun=true', ''),
    approve: async (person: Person) =>
      person.send('POST', `/v1/reports/proposals/${await propose(people.steward, other)}/approve`),
    reject: async (person: Person) =>
      person.send('POST', `/v1/reports/proposals/${await propose(people.steward, other)}/reject`, {
        reason: 'không rõ',
      }),
    'take back another’s': async (person: Person) =>
      person.send('POST', `/v1/reports/proposals/${await propose(people.admin, other)}/withdraw`),
  };
  const { viewer, steward, approver } = people;
  const matrix: Record<string, number[]> = {};
  for (const [step, act] of Object.entries(steps))
    for (const person of [viewer, steward, approver]) (matrix[step] ??= []).push((await act(person)).statusCode);
  const withKey = await service.app.inject({
    method: 'POST',
    url: '/v1/reports/proposals',
    headers: bearer(adminKey),
    payload: draft,
  });
  const signedOut = await service.app.inject({ method: 'POST', url: '/v1/reports/proposals', payload: draft });

  expect(matrix).toEqual({
    read: [200, 200, 200],
    'see the queue': [403, 200, 200],
    propose: [403, 200, 200],
    import: [403, 415, 415],
    approve: [403, 403, 200],
    reject: [403, 403, 200],
    'take back another’s': [403, 403, 403],
  });
  expect([withKey.statusCode, signedOut.statusCode]).toEqual([401, 401]);
});

test('a figure that cannot be is refused by its field', async ({ people }) => {
  const place = async (change: object) =>
    (await people.steward.send('POST', '/v1/reports/proposals', { ...draft, ...change })).json<{ place: string }>()
      .place;

  expect([
    await place({ indicator: 'no-such-thing' }),
    await place({ unit: '99999' }),
    await place({ unit: '001', period: { from: '2026-01-01', to: '2026-03-31' } }),
    await place({ period: { from: '2019-03-31', to: '2019-01-01' } }),
    await place({ value: 40 }),
    await place({ statedBy: '' }),
  ]).toEqual(['indicator', 'unit', 'unit', 'to', 'value', 'statedBy']);
});

test('nobody can send a report past the second person: neither as a source nor with its name', async ({ service }) => {
  const key = await service.source('register');
  const line = JSON.stringify({
    kind: 'report',
    recordId: 'integration.core-systems/01/2019-01-01/2019-03-31',
    version: 99,
    occurredAt: '2019-03-31T16:59:59.999Z',
    indicator: 'integration.core-systems',
    unit: '01',
    period: draft.period,
    value: 1,
    unitOfMeasure: '1',
    statedBy: 'a register',
  });

  const sent = await service.app.inject({
    method: 'POST',
    url: '/v1/intake/register',
    headers: { ...bearer(key), 'content-type': 'application/x-ndjson' },
    payload: line,
  });
  const declared = await service.app.inject({
    method: 'POST',
    url: '/v1/sources',
    headers: bearer(adminKey),
    payload: { id: 'reports', names: { vi: 'x', en: 'x' }, ledger: 'trial', zone: 'UTC' },
  });

  expect(sent.statusCode).toBe(200);
  expect(declared.statusCode).toBe(409);
  expect((await kpi(service, 'report.integration.core-systems', 'at=2019-06-01')).values[0]?.value).toBeNull();
});

describe('a table of figures', { timeout: 60_000 }, () => {
  const send = async (service: TestService, person: Person, payload: string, dryRun = false) => {
    const answer = await service.app.inject({
      method: 'POST',
      url: `/v1/reports/import?dryRun=${String(dryRun)}`,
      headers: { ...fromOwnPage, cookie: person.cookie, 'content-type': 'text/csv' },
      payload,
    });
    return answer.json<ReportFileAnswer>();
  };
  const waiting = async (person: Person) =>
    (await person.send('GET', '/v1/reports/proposals?state=waiting')).json<{ proposals: ReportProposal[] }>().proposals;

  test('is the template, filled in', async ({ service, people }) => {
    const template = (await service.app.inject('/v1/reports/template.csv')).body;
    const filled = template.replace(
      /^services\.level3;([^;]*);01;;;;;dịch vụ;$/m,
      'services.level3;$1;01;01/04/2019;30/06/2019;1.074;;dịch vụ;Báo cáo quý II/2019',
    );
    const before = (await waiting(people.steward)).length;

    const tried = await send(service, people.steward, filled, true);
    const untouched = (await waiting(people.steward)).length;
    const done = await send(service, people.steward, filled);

    expect(tried).toEqual({ dryRun: true, rows: 1, proposed: 0, issues: [] });
    expect(untouched).toBe(before);
    expect(done).toEqual({ dryRun: false, rows: 1, proposed: 1, issues: [] });
    expect((await waiting(people.steward))[0]).toMatchObject({
      indicator: 'services.level3',
      value: 1074,
      unitOfMeasure: '{service}',
      author: { displayName: 'Cán bộ steward' },
    });
  });

  test('with one wrong line is refused whole, and every wrong line is named', async ({ service, people }) => {
    const headings = 'Mã chỉ tiêu;Mã đơn vị;Từ ngày;Đến ngày;Giá trị;Mức;Đơn vị tính;Nguồn';
    const good = 'services.level4;01;01/04/2019;30/06/2019;198;;dịch vụ;Báo cáo';
    const before = (await waiting(people.steward)).length;

    const { proposed, issues } = await send(
      service,
      people.steward,
      [
        headings,
        good,
        good,
        'khong-co;01;01/04/2019;30/06/2019;1;;;Báo cáo',
        'services.level4;001;01/01/2026;31/03/2026;1;;;Báo cáo',
        'services.level4;01;01/04/2019;30/06/2019;5%;;;Báo cáo',
        'services.online-share;01;01/04/2019;30/06/2019;101;;%;Báo cáo',
        'services.level4;01;01/04/2019;30/06/2019;1;;hồ sơ;Báo cáo',
        'services.level4;01;01/01/2040;31/01/2040;1;;;Báo cáo',
      ].join('\n'),
    );

    expect(proposed).toBe(0);
    expect(issues).toEqual([
      { line: 3, field: null, reason: 'told-twice' },
      { line: 4, field: 'indicator', reason: 'unknown-indicator' },
      { line: 5, field: 'unit', reason: 'unit-not-of-period' },
      { line: 6, field: 'unitOfMeasure', reason: 'wrong-unit-of-measure' },
      { line: 7, field: 'value', reason: 'share-outside' },
      { line: 8, field: 'unitOfMeasure', reason: 'wrong-unit-of-measure' },
      { line: 9, field: 'to', reason: 'period-not-ended' },
    ]);
    expect((await waiting(people.steward)).length).toBe(before);
  });
});
