import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { promisify } from 'node:util';

import { FlagtowerError } from '@flagtower/contracts';

const exec = promisify(execFile);

const name = 'postgres';

/** The system user that PostgreSQL runs as when we are root, as which it refuses to run. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** @returns `undefined` when we are not root: PostgreSQL then runs as we do */
export async function findAccount(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  return (await lookUp()) ?? (await create());
}

async function lookUp(): Promise<Account | undefined> {
  try {
    const [user, group] = await Promise.all([exec('id', ['-u', name]), exec('id', ['-g', name])]);
    return { uid: Number(user.stdout), gid: Number(group.stdout) };
  } catch {
    // `id` fails for one reason: there is no such user.
    return undefined;
  }
}

async function create(): Promise<Account> {
  try {
    await exec('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', name]);
  } catch (cause) {
    // Another process may have been quicker: the look-up below decides.
    const account = await lookUp();
    if (account !== undefined) return account;
    throw noAccount(cause);
  }
  const account = await lookUp();
  if (account === undefined) throw noAccount(undefined);
  return account;
}

function noAccount(cause: unknown): FlagtowerError {
  return new FlagtowerError('STORE_UNAVAILABLE', `PostgreSQL does not run as root, and there is no user ${name}`, {
    remedy: `Create the system user ${name}, run Flagtower as another user than root, or set DATABASE_URL`,
    cause,
  });
}

/** Whether the account may pass through every folder above `path`, and through `path` itself. */
export async function canReach(account: Account, path: string): Promise<boolean> {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const { mode, uid, gid } = await stat(folder);
    const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
    if (((mode >> shift) & 1) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}
