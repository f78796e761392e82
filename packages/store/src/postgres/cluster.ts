import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { FlagtowerError } from '@flagtower/contracts';

import type { Account } from './account.ts';
import { postgresMajor } from './binaries.ts';
import { diskFull } from './data-folder.ts';
import { codeOf } from './system-error.ts';

const exec = promisify(execFile);

export const superuser = 'flagtower';

/** A cluster of databases on disk, whether or not a postmaster serves it now. */
export interface Cluster {
  /** What PostgreSQL calls its data directory. */
  readonly dataDirectory: string;
  readonly logFile: string;
  readonly password: string;
  readonly binaries: string;
  readonly account: Account | undefined;
}

/**
 * Defaults for new clusters, in their `postgresql.conf`, where an operator may change them.
 * A message of PostgreSQL may quote values, so its log gets neither statements nor details.
 */
const settings: Readonly<Record<string, string>> = {
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  jit: 'off',
  // A city's history comes within a minute: what is not analysed soon is read as if the tables were empty.
  autovacuum_naptime: '5s',
  // A worker takes longer to start than most questions take, and the machine has few cores.
  max_parallel_workers_per_gather: '0',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
};

/** Opens the cluster in `home`, and makes it first where there is none: all of it or nothing. */
export async function openCluster(
  home: string,
  place: { readonly binaries: string; readonly account: Account | undefined },
): Promise<Cluster> {
  const folder = join(home, 'postgres');
  if (!(await readdir(home)).includes('postgres')) await create(home, place);
  await refuseOtherMajor(join(folder, 'data'));
  return {
    ...place,
    dataDirectory: join(folder, 'data'),
    logFile: join(folder, 'log'),
    password: await readFile(join(folder, 'password'), 'utf8'),
  };
}

async function create(
  home: string,
  { binaries, account }: { readonly binaries: string; readonly account: Account | undefined },
): Promise<void> {
  const folder = join(home, 'postgres');
  const draft = `${folder}.${randomBytes(6).toString('hex')}`;
  const data = join(draft, 'data');
  const passwordFile = join(draft, 'password');
  try {
    await mkdir(data, { recursive: true, mode: 0o700 });
    await writeFile(passwordFile, randomBytes(32).toString('base64url'), { mode: 0o600 });
    if (account !== undefined) {
      await Promise.all([draft, data, passwordFile].map((path) => chown(path, account.uid, account.gid)));
    }
    await exec(join(binaries, 'initdb'), initdbArguments(data, passwordFile), {
      ...account,
      cwd: draft,
      env: { ...process.env, LC_ALL: 'C' },
    });
    await rename(draft, folder);
  } catch (error) {
    // Another process may have made the cluster at the same time and been quicker: its one stands.
    if (!(await readdir(home)).includes('postgres')) throw initdbProblem(folder, error);
  } finally {
    await removeDrafts(home);
  }
}

/** Also those of processes that were killed, or were slower and will find the cluster there. */
async function removeDrafts(home: string): Promise<void> {
  const drafts = (await readdir(home)).filter((name) => /^postgres\.[0-9a-f]{12}$/u.test(name));
  await Promise.all(drafts.map((name) => rm(join(home, name), { recursive: true, force: true, maxRetries: 5 })));
}

function initdbArguments(data: string, passwordFile: string): string[] {
  return [
    `--pgdata=${data}`,
    `--username=${superuser}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // Text sorts by code point, whatever the machine’s libraries are: an index stays valid when they change.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    ...Object.entries(settings).map(([name, value]) => `--set=${name}=${value}`),
  ];
}

function initdbProblem(folder: string, error: unknown): unknown {
  if (codeOf(error) === 'ENOSPC' || /No space left on device/u.test(String(error))) return diskFull(folder, error);
  return new FlagtowerError('STORE_UNAVAILABLE', `PostgreSQL could not make its files in ${folder}`, {
    remedy: 'Set DATABASE_URL to a PostgreSQL server (15 or later) if this machine cannot run one',
    cause: error,
  });
}

async function refuseOtherMajor(data: string): Promise<void> {
  const major = Number.parseInt(await readFile(join(data, 'PG_VERSION'), 'utf8'), 10);
  if (major === postgresMajor) return;
  throw new FlagtowerError('STORE_VERSION', `${data} was made by PostgreSQL ${major}, and this is ${postgresMajor}`, {
    remedy: 'Make a backup with the version of Flagtower that made it, and restore it into a new folder',
  });
}
