import { hanoi } from '@flagtower/city-hanoi';
import { kpiAnswerSchema } from '@flagtower/contracts';
import { ruleBookOf } from '@flagtower/domain';
import { ledgerNamed, verifyLedger } from '@flagtower/store';
import { expect } from 'vitest';

import { dossierLine } from '../testing/dossier-lines.ts';
import { bearer, test } from '../testing/test-service.ts';

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
