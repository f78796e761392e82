import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, readdir, realpath, rename, stat, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { FlagtowerError } from '@flagtower/contracts';
import { z } from 'zod';

import { canReach, type Account } from './account.ts';
import { codeOf } from './system-error.ts';

const markerName = 'flagtower.json';

/** `home` is `.`, so that a folder can be moved, or an absolute path. */
const markerSchema = z.object({ flagtower: z.literal(1), home: z.string() });

const leastFreeMb = 256;

/** Where root's things are that the account must reach; also of clusters whose data folder it cannot reach. */
export const systemHome = '/var/lib/flagtower';

/**
 * Makes an empty or absent folder ours, or checks that it is.
 * @returns the folder that holds the cluster: the same, or one below `systemHome` when the account cannot reach it
 */
export async function openDataFolder(
  dataDir: string,
  account: Account | undefined,
  neededMb = leastFreeMb,
): Promise<string> {
  try {
    await mkdir(dataDir, { recursive: true });
    const dir = await realpath(dataDir);
    const home = await readHome(dir, account);
    await mkdir(home, { recursive: true });
    await refuseFullDisk(home, neededMb);
    return home;
  } catch (error) {
    throw folderProblem(dataDir, error);
  }
}

async function readHome(dir: string, account: Account | undefined): Promise<string> {
  const names = await readdir(dir);
  if (names.includes(markerName)) {
    const { home } = parseMarker(dir, await readFile(join(dir, markerName), 'utf8'));
    return home === '.' ? dir : home;
  }
  // A file of ours that starts with a dot is a marker that another process is about to put in place.
  if (names.some((name) => name !== 'lost+found' && !name.startsWith(`.${markerName}`))) {
    throw new FlagtowerError('FOLDER_NOT_OURS', `${dir} holds files that are not Flagtower’s`, {
      remedy: 'Choose an empty folder or one that Flagtower made (--data DIR)',
    });
  }
  const home = account === undefined || (await canReach(account, dir)) ? '.' : await systemHomeOf(dir);
  const draft = join(dir, `.${markerName}.${randomUUID()}`);
  await writeFile(draft, `${JSON.stringify({ flagtower: 1, home })}\n`);
  await rename(draft, join(dir, markerName));
  return home === '.' ? dir : home;
}

/** The same for all processes that meet in this folder, another one when the folder was deleted and made again. */
async function systemHomeOf(dir: string): Promise<string> {
  const { ino, birthtimeMs } = await stat(dir);
  const hash = createHash('sha256').update(`${dir}\0${ino}\0${birthtimeMs}`).digest('hex');
  return join(systemHome, hash.slice(0, 12));
}

function parseMarker(dir: string, text: string): z.infer<typeof markerSchema> {
  try {
    return markerSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new FlagtowerError('FOLDER_NOT_OURS', `${join(dir, markerName)} is not one that this version understands`, {
      remedy: 'Use the version that made the folder, or choose another folder (--data DIR)',
      cause,
    });
  }
}

async function refuseFullDisk(dir: string, neededMb: number): Promise<void> {
  const { bavail, bsize } = await statfs(dir);
  if (bavail * bsize < neededMb * 1024 * 1024) throw diskFull(dir);
}

/** @param place a folder on the disk that is full */
export function diskFull(place: string, cause?: unknown): FlagtowerError {
  return new FlagtowerError('DISK_FULL', `The disk that holds ${place} is full`, {
    remedy: `Free some space: at least ${leastFreeMb} MB are needed to start`,
    cause,
  });
}

const notWritable = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST']);

function folderProblem(dir: string, error: unknown): unknown {
  const code = codeOf(error);
  if (code === 'ENOSPC') return diskFull(dir, error);
  if (code === undefined || !notWritable.has(code)) return error;
  return new FlagtowerError('FOLDER_NOT_WRITABLE', `${dir} is not a folder that we may write to`, {
    remedy: 'Choose another folder (--data DIR), or run as the user that owns it',
    cause: error,
  });
}
