import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { z } from 'zod';

const bin = fileURLToPath(new URL('../../../../bin/flagtower.mjs', import.meta.url));
const startWithinMs = 60_000;
const stopWithinMs = 20_000;

/** The service as an operator runs it: a process of its own on an embedded store. */
export interface Service {
  readonly url: string;
  readonly dataDir: string;
  readonly adminKey: string;
  /** Asks it to stop and waits; one that is gone already is not asked. */
  readonly stop: () => Promise<void>;
  /** What no program can catch. */
  readonly kill: () => Promise<void>;
}

export interface ServiceOptions {
  readonly dataDir: string;
  /** Folder of the built wall. */
  readonly wall: string;
  /** Absent: a free one. */
  readonly port?: number;
}

/** @throws Error with the end of its log when it does not come up */
export async function startService({ dataDir, wall, port = 0 }: ServiceOptions): Promise<Service> {
  const child = flagtower(['serve', '--data', dataDir, '--port', String(port), '--json'], {
    FLAGTOWER_WALL: wall,
    LOG_LEVEL: 'warn',
  });
  const log = tailOf(child);
  const stdout = child.stdout;
  if (stdout === null) throw new TypeError('the service has no output');
  const ended = once(child, 'exit').then(() => null);
  const timeout = AbortSignal.timeout(startWithinMs);
  const line = await Promise.race([ended, once(createInterface(stdout), 'line', { signal: timeout })]).catch(
    () => null,
  );
  if (line === null) {
    await stopProcess(child, 'SIGKILL');
    throw new Error(`the service did not start:\n${log()}`);
  }
  const { url } = z.object({ url: z.string() }).parse(JSON.parse(String(line[0])));
  return {
    url,
    dataDir,
    adminKey: (await readFile(join(dataDir, 'keys/admin.key'), 'utf8')).trim(),
    stop: () => stopProcess(child, 'SIGTERM'),
    kill: () => stopProcess(child, 'SIGKILL'),
  };
}

/** Runs a command against a service to its end. @returns what it printed with `--json`. @throws Error when it fails */
export async function runCommand({ url, adminKey }: Service, ...args: readonly string[]): Promise<unknown> {
  const child = flagtower([...args, '--url', url, '--token', adminKey, '--json']);
  const log = tailOf(child);
  let printed = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  const [code] = z.tuple([z.number().nullable(), z.unknown()]).parse(await once(child, 'close'));
  if (code !== 0) throw new Error(`flagtower ${args.join(' ')} ended with ${String(code)}:\n${log()}`);
  return JSON.parse(printed);
}

export interface Running {
  readonly stop: () => Promise<void>;
}

export interface CityOptions {
  /** Where it serves what the service pulls. */
  readonly port: number;
  /** Days of history. */
  readonly days: number;
  /** What happens, and since how many minutes; `null`: an ordinary day. */
  readonly story: { readonly name: string; readonly minute: number } | null;
}

/** The simulated city tells its today and some days before, and ends. */
export async function tellHistory(service: Service, options: CityOptions): Promise<void> {
  const child = flagtower(['simulate', '--once', ...cityOptions(service, options)]);
  child.stdout?.resume();
  const log = tailOf(child);
  const [code] = z.tuple([z.number().nullable(), z.unknown()]).parse(await once(child, 'close'));
  if (code !== 0) throw new Error(`the simulated city ended with ${String(code)}:\n${log()}`);
}

/** The simulated city goes on living; what was told is not told again. */
export function startSimulator(service: Service, options: CityOptions): Running {
  const child = flagtower(['simulate', ...cityOptions(service, options)]);
  child.stdout?.resume();
  tailOf(child);
  return { stop: () => stopProcess(child, 'SIGTERM') };
}

function cityOptions({ url, dataDir }: Service, { port, days, story }: CityOptions): string[] {
  const played = story === null ? {} : { story: story.name, 'story-minute': story.minute };
  const options = { url, data: dataDir, port, 'backfill-days': days, ...played };
  return Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
}

function flagtower(args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess {
  return spawn(process.execPath, [bin, ...args], {
    env: { ...ownEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Whoever runs the tests may have a city of their own: nothing of it may leak into one that is on trial. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const foreign = new Set(['DATABASE_URL', 'REDIS_URL', 'MQTT_URL', 'PORT']);
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !foreign.has(name) && !name.startsWith('FLAGTOWER_')),
  );
}

/** Keeps reading, so that the process never waits for us. */
function tailOf(child: ChildProcess): () => string {
  const lines: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => {
    lines.push(...chunk.toString().trimEnd().split('\n'));
    lines.splice(0, lines.length - 20);
  });
  return () => lines.join('\n');
}

async function stopProcess(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  const killer = setTimeout(() => child.kill('SIGKILL'), stopWithinMs);
  await exited;
  clearTimeout(killer);
}
