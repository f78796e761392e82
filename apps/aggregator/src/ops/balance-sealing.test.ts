import { hanoi } from '@flagtower/city-hanoi';
import { ledgerNamed, verifyLedger } from '@flagtower/store';
import { fastify } from 'fastify';
import { expect, vi } from 'vitest';

import { receivedLine } from '../testing/dossier-lines.ts';
import { bearer, test } from '../testing/test-service.ts';
import { balanceSealing } from './balance-sealing.ts';

test('balances are sealed beside the work, and what is deleted is made anew', async ({
  service: { app, store, source },
}) => {
  const key = await source('sealed');
  const payload = [1, 2, 3, 4, 5].map((n) => receivedLine(`S-${String(n)}`)).join('\n');
  const headers = { ...bearer(key), 'content-type': 'application/x-ndjson' };
  await app.inject({ method: 'POST', url: '/v1/intake/sealed', headers, payload });
  const ledger = await ledgerNamed(store.pool, hanoi.id, 'trial');
  const { log } = fastify({ logger: { level: 'silent' } });
  const sealed = async (): Promise<number> =>
    (await verifyLedger(store.pool, ledger.id, { share: 1, from: 0, rules: store.rules })).sealedBalances;

  const sealing = balanceSealing({ store, city: hanoi, log, everyMs: 10, interval: 2 });
  await vi.waitFor(async () => expect(await sealed()).toBeGreaterThan(1), 20_000);
  const all = await sealed();
  await store.pool.query('delete from balance_seals');
  await vi.waitFor(async () => expect(await sealed()).toBe(all), 20_000);
  await sealing.close();

  await store.pool.query('delete from balance_seals');
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await sealed()).toBe(0);
});
