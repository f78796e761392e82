import { hanoi } from '@flagtower/city-hanoi';
import { kpiAnswerSchema } from '@flagtower/contracts';
import { ruleBookOf } from '@flagtower/domain';
import { ledgerNamed, verifyLedger } from '@flagtower/store';
import { expect } from 'vitest';

import { dossierLine } from '../testing/dossier-lines.ts';
import { bearer, test, type TestService } from '../testing/test-service.ts';

/** Confirming the marital status: three working days by law. 1 and 2 September 2025 were off. */
const procedure = '1.004873';

function received(code: string, at: string, more: object = {}): string {
  return dossierLine(code, at, { procedure, ...more });
}

test('a due date that nobody told is computed, turns overdue by the clock, and verifies', async ({ service }) => {
  const key = await service.source('no-due');
  const lines = [
    // Friday, 29 August 2025, 10:00 in Hanoi: Wednesday 3, Thursday 4 and Friday 5 September are the three working days.
    received('D-1', '2025-08-29T03:00:00.000Z'),
    received('D-2', '2025-08-29T03:00:00.000Z', {
      due: { at: '2025-09-10T10:00:00.000Z', precision: 'minute' },
    }),
    received('D-3', '2025-08-29T03:00:00.000Z', { procedure: 'unknown' }),
  ];
  await service.app.inject({
    method: 'POST',
    url: '/v1/intake/no-due',
    headers: bearer(key),
    payload: lines.join('\n'),
  });

  const { dossiers } = (await service.app.inject('/v1/dossiers?source=no-due')).json<{
    dossiers: { code: string }[];
  }>();
  const overdueAt = async (at: string) =>
    kpiAnswerSchema.parse((await service.app.inject(`/v1/kpis/dossiers.overdue?source=no-due&at=${at}`)).json())
      .values[0]?.value;

  expect(dossiers.toSorted((a, b) => (a.code < b.code ? -1 : 1))).toMatchObject([
    { code: 'D-1', dueAt: '2025-09-05T16:59:59.999Z', duePrecision: 'computed' },
    { code: 'D-2', dueAt: '2025-09-10T10:00:00.000Z', duePrecision: 'minute' },
    { code: 'D-3', dueAt: null, duePrecision: null },
  ]);
  expect(await overdueAt('2025-09-05T16:59:59.999Z')).toBe(0);
  expect(await overdueAt('2025-09-05T17:00:00Z')).toBe(1);
  const { pool } = service.store;
  const ledger = await ledgerNamed(pool, hanoi.id, 'trial');
  expect((await verifyLedger(pool, ledger.id, { share: 1, from: 0, rules: ruleBookOf(hanoi) })).differences).toEqual(
    [],
  );
});

const catalogueHeader =
  'Mã thủ tục;Tên thủ tục;Mã lĩnh vực;Cấp thực hiện;Mức độ;Có phí, lệ phí;Thanh toán trực tuyến;Thời hạn (ngày làm việc);Căn cứ thời hạn;Hiệu lực từ;Hiệu lực đến';

async function tellCatalogue({ app }: TestService, key: string, row: string): Promise<string> {
  const form = new FormData();
  form.set('file', new Blob([`${catalogueHeader}\n${row}`]), 'thu-tuc.csv');
  const encoded = new Response(form);
  const answer = await app.inject({
    method: 'POST',
    url: `/v1/intake/register/file?asOf=${row.includes(';9;') ? '2025-08-20' : '2025-08-10'}T00:00:00Z`,
    headers: { ...bearer(key), 'content-type': encoded.headers.get('content-type') ?? '' },
    payload: Buffer.from(await encoded.arrayBuffer()),
  });
  return answer.body;
}

test('the catalogue’s limit on the day of the receipt is taken down with the record, and no later one moves it', async ({
  service,
}) => {
  const key = await service.source('desk');
  const register = await service.source('register');
  const tell = async (code: string): Promise<void> => {
    const line = received(code, '2025-08-29T03:00:00.000Z', { procedure: 'QD-1' });
    await service.app.inject({ method: 'POST', url: '/v1/intake/desk', headers: bearer(key), payload: line });
  };

  await tell('before');
  expect(await tellCatalogue(service, register, 'QD-1;Một;g;Xã;Toàn trình;;;2;QĐ 1;01/01/2025;')).toContain(
    '"catalogueItems":1',
  );
  await tell('between');
  expect(await tellCatalogue(service, register, 'QD-1;Một;g;Xã;Toàn trình;;;9;QĐ 2;01/01/2025;')).toContain(
    '"catalogueItems":1',
  );
  await tell('after');
  // Told again, word for word: nothing new, and its due moment stays; so it does when more is told of it.
  await tell('between');
  const handled = received('between', '2025-09-03T03:00:00.000Z', {
    recordId: 'handled:between',
    procedure: undefined,
    steps: [{ step: 'handled', at: '2025-09-03T03:00:00.000Z' }],
  });
  await service.app.inject({ method: 'POST', url: '/v1/intake/desk', headers: bearer(key), payload: handled });

  const { dossiers } = (await service.app.inject('/v1/dossiers?source=desk')).json<{ dossiers: { code: string }[] }>();
  expect(dossiers.toSorted((a, b) => (a.code < b.code ? -1 : 1))).toMatchObject([
    // Friday, 29 August 2025, 10:00 in Hanoi; 1 and 2 September were off. Nine working days end on Monday the 15th.
    { code: 'after', dueAt: '2025-09-15T16:59:59.999Z', duePrecision: 'computed' },
    { code: 'before', dueAt: null, duePrecision: null },
    { code: 'between', dueAt: '2025-09-04T16:59:59.999Z', duePrecision: 'computed' },
  ]);
  const { pool } = service.store;
  const ledger = await ledgerNamed(pool, hanoi.id, 'trial');
  expect((await verifyLedger(pool, ledger.id, { share: 1, from: 0, rules: ruleBookOf(hanoi) })).differences).toEqual(
    [],
  );
});
