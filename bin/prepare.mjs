import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

import { lockedNode, root } from './runtime.mjs';

/** @param {string} line */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** @param {unknown} error */
export function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Runs one named step and says how long it took.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const startedAt = performance.now();
  say(`▸ ${name}`);
  const result = await work();
  say(`  ${name}: ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  return result;
}

/** A tool of ours ran and did not like what it saw; its own output said why. */
export class StepFailed extends Error {}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Record<string, string>, timeoutMs?: number }} [options]
 * @throws {StepFailed} when it exits with anything but 0
 */
export async function run(command, args, { cwd = root, env = {}, timeoutMs } = {}) {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
  });
  const [code, signal] = await once(child, 'exit');
  if (code !== 0) throw new StepFailed(`${command} ${args.join(' ')}: ${signal ?? `exit ${code}`}`);
}

/**
 * Runs a tool from the lockfile on the Node from the lockfile.
 * @param {string} tool
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function runTool(tool, args, { cwd = root, env = {}, ...options } = {}) {
  const path = [dirname(lockedNode()), join(cwd, 'node_modules/.bin'), join(root, 'node_modules/.bin')];
  return run(tool, args, {
    ...options,
    cwd,
    env: { TURBO_TELEMETRY_DISABLED: '1', ...env, PATH: [...path, process.env['PATH']].join(delimiter) },
  });
}

/** Installs what the lockfile says, unless this very lockfile was installed before. */
export async function installDependencies() {
  const stamp = join(root, 'node_modules/.flagtower-lock');
  const hash = hashOf(['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml']);
  if (readIfThere(stamp) === hash) return;
  await step('Installing dependencies', () =>
    run('npx', ['--yes', packageManager(), 'install', '--frozen-lockfile', '--reporter=append-only']),
  );
  writeFileSync(stamp, hash);
}

/** Builds the wall's bundle, unless it was built from these very sources. */
export async function buildWall() {
  const stamp = join(root, 'apps/wall/dist/wall.sources');
  const hash = hashOf(['pnpm-lock.yaml', 'apps/wall', 'packages/contracts', 'packages/domain', 'packages/charts']);
  if (readIfThere(stamp) === hash && existsSync(join(root, 'apps/wall/dist/wall/index.html'))) return;
  await step('Building the wall', () =>
    runTool('vite', ['build', '--logLevel', 'warn'], { cwd: join(root, 'apps/wall') }),
  );
  writeFileSync(stamp, hash);
}

/** @returns {string} such as `pnpm@10.34.9` */
function packageManager() {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).packageManager;
}

/** @param {string} path */
function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/**
 * A hash of the names and contents of files, and of the sources in folders.
 * @param {readonly string[]} paths relative to the checkout
 */
function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(sourcesIn))
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)));
  return hash.digest('hex');
}

const notSources = new Set(['node_modules', 'dist', '.turbo', 'test-results', 'playwright-report', 'e2e']);

/**
 * @param {string} path
 * @returns {string[]}
 */
function sourcesIn(path) {
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path))
    .filter((name) => !notSources.has(name))
    .toSorted()
    .flatMap((name) => sourcesIn(`${path}/${name}`));
}
