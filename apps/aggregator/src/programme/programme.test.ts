import type { ProgrammeRow, ProgrammeTally } from '@flagtower/contracts';
import { expect } from 'vitest';

import { personWith } from '../testing/people.ts';
import { bearer, test as base, type TestService } from '../testing/test-service.ts';

interface Programme {
  readonly rows: ProgrammeRow[];
  readonly tallies: ProgrammeTally[];
  readonly at: string;
}

const test = base.extend('people', { scope: 'file' }, async ({ service }) => ({
  steward: await personWith(service, 'steward', 'steward'),
  approver: await personWith(service, 'approver', 'approver'),
}));

async function programme({ app }: TestService, query: string): Promise<Programme> {
  const answer = await app.inject(`/v1/programme?${query}`);
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

const rowOf = ({ rows }: Programme, indicator: string) => rows.find(({ kpi }) => kpi === `report.${indicator}`);

test('on 1 February 2019 it tells the article’s story', { timeout: 60_000 }, async ({ service }) => {
  const read = await programme(service, 'ledger=real&at=2019-02-01');

  const aims = read.rows.filter(({ target }) => target !== null);
  expect(aims.map(({ kpi }) => kpi)).toHaveLength(14);
  expect(new Set(aims.map(({ target }) => target?.programme))).toEqual(new Set(['e-government-2019']));
  expect(rowOf(read, 'services.online-share')).toMatchObject({
    value: 0.55,
    valueDay: '2018-12-31',
    target: { value: 0.8, upTo: 1, by: '2019-12-31' },
    state: 'unknown',
    reason: 'not-measured-since-start',
    pace: expect.closeTo(0.574, 2),
    source: ['city-profile'],
  });
  expect(rowOf(read, 'services.online')).toMatchObject({ value: 1055, target: null, state: null });
  expect(rowOf(read, 'dossiers.received.total')).toMatchObject({ value: 311_000, bound: 'more-than' });
  expect(rowOf(read, 'dossiers.online-share')?.stated?.statedBy).toContain('ngày càng tăng');
  expect(rowOf(read, 'bac-tu-liem.at-home')).toMatchObject({
    unit: '021',
    unitNames: { vi: 'Quận Bắc Từ Liêm', en: 'Bac Tu Liem urban district' },
    value: null,
    state: 'unknown',
    reason: 'no-value',
  });
  expect(read.tallies).toEqual([]);
});

test('before a target was set it is not there, and neither is a figure that nobody had stated', async ({ service }) => {
  const read = await programme(service, 'ledger=real&at=2018-06-01');

  expect(read.rows).toEqual([]);
});

test(
  'since July 2025 the communes are tallied, and listed where they are asked for',
  { timeout: 60_000 },
  async ({ service }) => {
    const read = await programme(service, 'ledger=real&at=2025-08-01');
    const communes = await programme(service, 'ledger=real&at=2025-08-01&level=commune');

    expect(read.tallies.map(({ kpi, units, states }) => [kpi, units, states.unknown])).toEqual([
      ['dossiers.online-rate', 126, 126],
      ['dossiers.on-time-rate.handled', 126, 126],
      ['report.dossiers.full-process-share', 126, 126],
    ]);
    expect(read.rows.some(({ level }) => level === 'commune')).toBe(false);
    expect(communes.rows).toHaveLength(3 * 126);
    // The programme of 2019 has ended; it is still told what became of it.
    expect(rowOf(read, 'ba-dinh.readiness')).toMatchObject({ state: 'unknown', reason: 'no-value' });
  },
);

test(
  'follows what is stated: behind, on pace, met, each with whom it is from',
  { timeout: 60_000 },
  async ({ service, people }) => {
    const state = async (to: string, value: number) => {
      const from = to.slice(0, 8) + '01';
      const body = {
        indicator: 'services.online-share',
        unit: '01',
        period: { from, to },
        value,
        statedBy: 'Báo cáo tháng của Sở Thông tin và Truyền thông',
      };
      const { id } = (await people.steward.send('POST', '/v1/reports/proposals?ledger=real', body)).json<{
        id: string;
      }>();
      const approved = await people.approver.send('POST', `/v1/reports/proposals/${id}/approve?ledger=real`);
      expect(approved.statusCode).toBe(200);
    };
    await state('2019-03-31', 0.57);
    await state('2019-06-30', 0.68);
    await state('2019-11-30', 0.82);
    const at = async (day: string) => rowOf(await programme(service, `ledger=real&at=${day}`), 'services.online-share');

    const [april, july, december] = [await at('2019-04-15'), await at('2019-07-15'), await at('2019-12-15')];

    expect(april).toMatchObject({ state: 'behind', value: 0.57, valueDay: '2019-03-31' });
    expect(april?.gap).toBeLessThan(-0.03);
    expect((april?.projected ?? '') > '2020-06').toBe(true);
    expect(april?.stated).toMatchObject({ author: 'Cán bộ steward', approver: 'Cán bộ approver' });
    expect(july).toMatchObject({ state: 'on-pace', value: 0.68 });
    expect((july?.projected ?? '9999') < '2019-12-31').toBe(true);
    expect(december).toMatchObject({ state: 'met', value: 0.82, gap: null, projected: null });
  },
);

test(
  'a counted figure is held to its target and named beside the stated one',
  { timeout: 60_000 },
  async ({ service }) => {
    const key = await service.source('desk', 'trial');
    const step = (n: number, channel: string) =>
      JSON.stringify({
        kind: 'dossier-event',
        recordId: `D-${String(n)}/1`,
        occurredAt: '2026-03-02T03:00:00.000Z',
        caseKind: 'dossier',
        dossier: `D-${String(n)}`,
        steps: [{ step: 'received', at: '2026-03-02T03:00:00.000Z' }],
        dating: 'change',
        unit: '00004',
        channel,
      });
    const lines = Array.from({ length: 10 }, (_, n) => step(n, n < 7 ? 'online' : 'in-person'));
    const sent = await service.app.inject({
      method: 'POST',
      url: '/v1/intake/desk',
      headers: { ...bearer(key), 'content-type': 'application/x-ndjson' },
      payload: lines.join('\n'),
    });
    expect(sent.json()).toMatchObject({ accepted: 10 });

    const read = await programme(service, 'ledger=trial&at=2026-04-01');
    const communes = await programme(service, 'ledger=trial&at=2026-04-01&level=commune');

    const rate = read.rows.find(({ kpi }) => kpi === 'dossiers.online-rate');
    expect(rate).toMatchObject({
      kind: 'counted',
      value: 0.7,
      state: 'met',
      countedSince: '2025-12-31T17:00:00.000Z',
      counterpart: { kpi: 'report.dossiers.online-share', value: null },
    });
    expect(rowOf(read, 'dossiers.received.total')?.counterpart).toMatchObject({ kpi: 'dossiers.received', value: 10 });
    const ofBaDinh = communes.rows.find(({ kpi, unit }) => kpi === 'dossiers.online-rate' && unit === '00004');
    expect(ofBaDinh).toMatchObject({ value: 0.7, state: 'met', unitNames: { vi: 'Phường Ba Đình' } });
    expect(read.tallies[0]?.states).toMatchObject({ met: 1, unknown: 125 });
  },
);
