import { execFile, spawn } from 'node:child_process';
import { open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

import { FlagtowerError } from '@flagtower/contracts';

import type { Cluster } from './cluster.ts';
import { codeOf } from './system-error.ts';

const exec = promisify(execFile);

const pollMs = 10;
const longestStopMs = 120_000;
const largestLogBytes = 10 * 1024 * 1024;

/** What a live postmaster says of itself in its `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** Any other status is a start or a stop under way. */
  readonly isReady: boolean;
}

/** @returns `undefined` when no postmaster serves the cluster; a killed one may have left its file behind */
export async function findPostmaster(cluster: Cluster): Promise<Postmaster | undefined> {
  const lines = await readLines(pidFileOf(cluster));
  if (lines === undefined) return undefined;
  const pid = Number(lines[0]);
  if (!isAlive(pid) || !(await isPostmasterOf(cluster, pid))) return undefined;
  return { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' };
}

function pidFileOf({ dataDirectory }: Cluster): string {
  return join(dataDirectory, 'postmaster.pid');
}

async function readLines(file: string): Promise<string[] | undefined> {
  try {
    return (await readFile(file, 'utf8')).split('\n');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** Whether a live process is the cluster's postmaster, and not another program that has its number by now. */
async function isPostmasterOf({ dataDirectory }: Cluster, pid: number): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  try {
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).split('\0').includes(dataDirectory);
  } catch (error) {
    return codeOf(error) === 'EACCES';
  }
}

/** PostgreSQL itself steps over the file of a dead postmaster, but refuses one whose number is in use again. */
async function removeMisleadingPidFile(cluster: Cluster): Promise<void> {
  const pid = Number((await readLines(pidFileOf(cluster)))?.[0]);
  if (isAlive(pid) && !(await isPostmasterOf(cluster, pid))) await rm(pidFileOf(cluster), { force: true });
}

/**
 * Starts a postmaster that outlives us: in a session of its own, writing to a file.
 * Of several that start at once PostgreSQL’s own interlock lets one win; the others exit.
 * @returns what it wrote to its log, when it exited instead of becoming ready
 */
export async function startPostmaster(cluster: Cluster, port: number): Promise<string | undefined> {
  await removeMisleadingPidFile(cluster);
  const log = await open(cluster.logFile, (await sizeOf(cluster.logFile)) > largestLogBytes ? 'w' : 'a');
  const logStart = (await log.stat()).size;
  try {
    const child = spawn(
      join(cluster.binaries, 'postgres'),
      ['-D', cluster.dataDirectory, '-p', String(port), '-h', '127.0.0.1', '-k', '', '-c', 'fsync=on'],
      {
        ...cluster.account,
        cwd: cluster.dataDirectory,
        env: { ...process.env, LC_ALL: 'C' },
        detached: true,
        windowsHide: true,
        stdio: ['ignore', log.fd, log.fd],
      },
    );
    child.once('error', () => {});
    child.unref();
    while (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
      const postmaster = await findPostmaster(cluster);
      if (postmaster?.pid === child.pid && postmaster.isReady) return undefined;
      await sleep(pollMs);
    }
  } finally {
    await log.close();
  }
  return (await readFile(cluster.logFile)).subarray(logStart).toString('utf8');
}

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 0;
    throw error;
  }
}

/** Ends all connections and stops in good order; returns when it is gone. */
export async function stopPostmaster(cluster: Cluster): Promise<void> {
  const stopping = await findPostmaster(cluster);
  if (stopping === undefined) return;
  const giveUpAt = performance.now() + longestStopMs;
  // `pg_ctl` can wait too, but then for whichever postmaster runs: the next one may be there already.
  const args = ['stop', '-D', cluster.dataDirectory, '-m', 'fast', '-W', '-s'];
  await exec(join(cluster.binaries, 'pg_ctl'), args, { ...cluster.account, cwd: cluster.dataDirectory });
  while ((await findPostmaster(cluster))?.pid === stopping.pid) {
    if (performance.now() > giveUpAt) {
      throw new FlagtowerError('STORE_UNAVAILABLE', `PostgreSQL does not stop (process ${stopping.pid})`, {
        remedy: `Read ${cluster.logFile}`,
      });
    }
    await sleep(pollMs);
  }
}
