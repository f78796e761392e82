import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { z } from 'zod';

import { removeFolder, scratchFolder } from '../scratch-store.ts';

const patienceMs = 60_000;
/** The service ends with this process, however that ends. */
const leaveWithUs = new URL('../../../bin/leave-with-launcher.mjs', import.meta.url).href;
const startedSchema = z.object({ url: z.url() });

/** Which source the events are of; it comes with the city, in the simulated ledger. */
export const sender = 'hanoi-one-stop';

export interface RunningService {
  readonly port: number;
  readonly pid: number;
  readonly key: string;
  close(): Promise<void>;
}

/** The service as an operator starts it, on a new data folder with the PostgreSQL that comes with it. */
export async function startService(): Promise<RunningService> {
  const folder = scratchFolder('service');
  const entry = fileURLToPath(import.meta.resolve('@flagtower/aggregator/cli'));
  const { DATABASE_URL: _none, ...env } = process.env;
  const child = spawn(
    process.execPath,
    ['--import', leaveWithUs, entry, 'serve', '--port', '0', '--data', folder, '--json'],
    {
      env: { ...env, LOG_LEVEL: 'error' },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    },
  );
  const close = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    }
    await removeFolder(folder);
  };
  try {
    if (child.stdout === null) throw new TypeError('its output was asked for');
    const lines = createInterface({ input: child.stdout });
    const [line] = z.tuple([z.string()]).parse(await once(lines, 'line', { signal: AbortSignal.timeout(patienceMs) }));
    const { url } = startedSchema.parse(JSON.parse(line));
    const key = await readFile(join(folder, 'keys', `${sender}.key`), 'utf8');
    return { port: Number(new URL(url).port), pid: child.pid ?? 0, key: key.trim(), close };
  } catch (error) {
    await close();
    throw error;
  }
}
