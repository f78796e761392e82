import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { hanoi } from '@flagtower/city-hanoi';
import { sourceConfigSchema } from '@flagtower/contracts';
import { ruleBookOf } from '@flagtower/domain';
import {
  declareSource,
  ensureLedgers,
  ledgerNamed,
  ledgerStore,
  migrate,
  openDataFolder,
  findAccount,
  openPostgres,
  sourceNamed,
  type Ledger,
  type LedgerStore,
  type Source,
} from '@flagtower/store';
import { Pool } from 'pg';

export interface ScratchStore extends LedgerStore {
  readonly url: string;
  readonly ledger: Ledger;
  readonly source: Source;
  /** Of the postmaster. */
  readonly pid: number;
  close(): Promise<void>;
}

/** The PostgreSQL that the product starts, with the product's settings, in a folder that is deleted again. */
export async function openScratchStore(): Promise<ScratchStore> {
  const folder = scratchFolder('store');
  const postgres = await openPostgres({ dataDir: folder });
  const pool = new Pool({ connectionString: postgres.url, max: 4, idleTimeoutMillis: 0 });
  // A connection that idles when PostgreSQL stops is no failure of a measurement.
  pool.on('error', () => undefined);
  await migrate(pool);
  await ensureLedgers(pool, hanoi.id, hanoi.zone, hanoi.rulesVersion);
  const ledger = await ledgerNamed(pool, hanoi.id, 'trial');
  const config = sourceConfigSchema.parse({
    id: 'bench',
    names: { vi: 'Đo', en: 'Bench' },
    ledger: 'trial',
    zone: hanoi.zone,
  });
  await declareSource(pool, ledger.id, config);
  const source = await sourceNamed(pool, ledger.id, config.id);
  if (source === null) throw new TypeError('a source that was just declared is there');
  // A signal may come while the end of a run closes it already.
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    await pool.end();
    await postgres.close();
    await removeFolder(folder);
  };
  return {
    ...ledgerStore(pool, ruleBookOf(hanoi)),
    url: postgres.url,
    ledger,
    source,
    pid: await postmasterPid(pool),
    close: () => (closing ??= close()),
  };
}

/** A folder of this run that does not exist yet. */
export function scratchFolder(name: string): string {
  return join(tmpdir(), `flagtower-bench-${String(process.pid)}-${name}`);
}

/** Removes a data folder, and the cluster where that is kept elsewhere. */
export async function removeFolder(folder: string): Promise<void> {
  const home = await openDataFolder(folder, await findAccount());
  await rm(home, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
}

async function postmasterPid(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ folder: string }>(`select current_setting('data_directory') as folder`);
  const pidFile = await readFile(join(rows[0]?.folder ?? '', 'postmaster.pid'), 'utf8');
  return Number.parseInt(pidFile, 10);
}
