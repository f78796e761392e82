import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { hanoi } from '@flagtower/city-hanoi';
import { ruleBookOf } from '@flagtower/domain';
import { ensureLedgers, ledgerNamed, sealBalances, verifyLedger } from '@flagtower/store';
import { createTestDatabase } from '@flagtower/store/testing';
import { describe, expect } from 'vitest';

import { answerKpi } from '../questions/kpi-question.ts';
import { receivedLine } from '../testing/dossier-lines.ts';
import { bearer, test as base } from '../testing/test-service.ts';
import { readBackup } from './read-backup.ts';
import { writeBackup } from './write-backup.ts';

const test = base.extend('folder', async ({}, { onCleanup }) => {
  const folder = await mkdtemp(join(tmpdir(), 'flagtower-backup-'));
  onCleanup(() => rm(folder, { recursive: true }));
  return folder;
});

describe('a backup', { timeout: 60_000 }, () => {
  test('read into an empty store gives the same figures, which verify, and goes on', async ({ service, folder }) => {
    const key = await service.source('kept');
    const lines = [1, 2, 3].map((n) => receivedLine(`B-${String(n)}`));
    await service.app.inject({
      method: 'POST',
      url: '/v1/intake/kept',
      headers: bearer(key),
      payload: lines.join('\n'),
    });
    const file = join(folder, 'backup.jsonl.gz');
    const other = await createTestDatabase();
    await ensureLedgers(other.pool, hanoi.id, hanoi.zone, hanoi.rulesVersion);

    const { id } = await ledgerNamed(service.store.pool, hanoi.id, 'trial');
    await sealBalances(service.store.pool, id, { interval: 1 });
    const written = await writeBackup(service.store.pool, file, Date.now());
    const read = await readBackup(other.pool, file);

    const ledger = await ledgerNamed(other.pool, hanoi.id, 'trial');
    const answer = await answerKpi({ db: other.pool, city: hanoi, ledger, now: Date.now() }, 'dossiers.received', {
      source: 'kept',
    });
    // Seals are no part of it: they are made anew, over what was read.
    await sealBalances(other.pool, ledger.id, { interval: 1 });
    const { differences } = await verifyLedger(other.pool, ledger.id, { share: 1, from: 0, rules: ruleBookOf(hanoi) });
    await expect(readBackup(other.pool, file)).rejects.toMatchObject({ code: 'CONFLICT' });
    await other.drop();
    expect(written.rows['records']).toBe(3);
    expect(Object.keys(written.rows)).not.toContain('balance_seals');
    expect(Object.entries(read.rows)).toEqual(Object.entries(written.rows).filter(([, count]) => count > 0));
    expect(answer.values[0]?.value).toBe(3);
    expect(differences).toEqual([]);
  });

  test('that is none is refused, and the store stays as it was', async ({ folder }) => {
    const file = join(folder, 'letter.gz');
    await writeFile(file, 'Dear all');
    const other = await createTestDatabase();
    await ensureLedgers(other.pool, hanoi.id, hanoi.zone, hanoi.rulesVersion);

    await expect(readBackup(other.pool, file)).rejects.toMatchObject({ code: 'BAD_FILE' });

    const ledger = await ledgerNamed(other.pool, hanoi.id, 'trial');
    await other.drop();
    expect(ledger.name).toBe('trial');
  });
});
