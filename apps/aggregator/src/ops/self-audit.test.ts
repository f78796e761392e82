import { hanoi } from '@flagtower/city-hanoi';
import { ledgersOf, readLastAudit } from '@flagtower/store';
import { fastify } from 'fastify';
import { expect, vi } from 'vitest';

import { receivedLine } from '../testing/dossier-lines.ts';
import { bearer, test } from '../testing/test-service.ts';
import { createMetrics } from './metrics.ts';
import { selfAudit } from './self-audit.ts';

test('an audit finds a balance that was changed behind our back, says so, and the next one comes by itself', async ({
  service: { app, store, source },
}) => {
  const key = await source('audited');
  const payload = [receivedLine('A-1'), receivedLine('A-2')].join('\n');
  const headers = { ...bearer(key), 'content-type': 'application/x-ndjson' };
  await app.inject({ method: 'POST', url: '/v1/intake/audited', headers, payload });
  const ledger = (await ledgersOf(store.pool, hanoi.id)).find(({ name }) => name === 'trial');
  const metrics = createMetrics();
  const { log } = fastify({ logger: { level: 'silent' } });
  const lastAudit = () => readLastAudit(store.pool, ledger?.id ?? 0);

  const audit = selfAudit({ store, city: hanoi, metrics, now: Date.now, log, everyMs: 10 });
  await vi.waitFor(async () => expect(await lastAudit()).toMatchObject({ differences: 0 }), 20_000);
  await store.pool.query('update balances set received = received + 1 where received is not null');
  await vi.waitFor(async () => expect((await lastAudit())?.differences).toBeGreaterThan(0), 20_000);
  await audit.close();

  const afterClose = await lastAudit();
  const { values } = await metrics.auditDifferences.get();
  expect(values.find(({ labels }) => labels.ledger === 'trial')?.value).toBe(afterClose?.differences);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await lastAudit()).toEqual(afterClose);
});
