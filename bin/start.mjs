// `npm start`: from a fresh clone to a wall that shows a (simulated) city, with nothing but Node and npm.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';

import { buildWall, installDependencies, messageOf, say, step } from './prepare.mjs';
import { entryOf, leaveWithLauncher, lockedNode, root } from './runtime.mjs';

const defaultPort = '8787';
const stopTimeoutMs = 20_000;

const usage = `Usage: npm start [-- --port N] [--data DIR] [--speed X] [--seed N]

Installs what is missing, builds the wall, then runs the service and the simulated city until Ctrl-C.
`;

// An empty variable is one that was not set.
const { PORT = '' } = process.env;
const { values: options } = parseArgs({
  options: {
    port: { type: 'string', default: PORT === '' ? defaultPort : PORT },
    data: { type: 'string' },
    speed: { type: 'string' },
    seed: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

if (options.help) process.stdout.write(usage);
else process.exitCode = await start();

/** @returns {Promise<number>} the exit code */
async function start() {
  const url = `http://127.0.0.1:${options.port}`;
  const stopAsked = new AbortController();
  // npm and the terminal may both send Ctrl-C: only the first one counts.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stopAsked.abort());

  /** @type {Running[]} in the order of their start */
  const running = [];
  try {
    if (await answers(url)) {
      say(`Flagtower runs already at ${url}`);
      return 0;
    }
    await installDependencies();
    stopAsked.signal.throwIfAborted();
    await buildWall();
    stopAsked.signal.throwIfAborted();
    await step('Starting the service', async () => {
      running.push(launch('serve', ['serve', ...given('port', 'data')]));
      await Promise.race([isReady(url, stopAsked.signal), ...running.map((child) => child.failure)]);
    });
    if (!stopAsked.signal.aborted) {
      running.push(launch('simulate', ['--url', url, ...given('data', 'speed', 'seed')]));
      say(
        `\nFlagtower runs at ${url} with a simulated city. Its logs are in ${join(root, 'logs')}. Ctrl-C stops it.\n${firstAdmin(url)}`,
      );
      await Promise.race([aborted(stopAsked.signal), ...running.map((child) => child.failure)]);
    }
    return 0;
  } catch (error) {
    if (stopAsked.signal.aborted) return 0;
    process.stderr.write(`${messageOf(error)}\n`);
    return 1;
  } finally {
    if (running.length > 0) await step('Stopping', () => stopAll(running));
  }
}

/**
 * Where the first administrator makes an account, as long as there is none.
 * @param {string} url
 */
function firstAdmin(url) {
  const folder = options.data ?? process.env['FLAGTOWER_DATA'] ?? join(root, 'data');
  const file = join(resolve(folder), 'keys', 'first-admin.link');
  if (!existsSync(file)) return '';
  return `The first administrator makes an account at ${url}${readFileSync(file, 'utf8').trim()}\n`;
}

/** @typedef {{ name: string, child: import('node:child_process').ChildProcess, failure: Promise<never> }} Running */

/**
 * @param {string} name also of its log file
 * @param {readonly string[]} args
 * @returns {Running} whose `failure` rejects when it ends without having been asked to
 */
function launch(name, args) {
  mkdirSync(join(root, 'logs'), { recursive: true });
  const logFile = join(root, 'logs', `${name}.log`);
  const log = openSync(logFile, 'w');
  const child = spawn(lockedNode(), [...leaveWithLauncher, entryOf(name), ...args], {
    cwd: root,
    stdio: ['ignore', log, log, 'ipc'],
    // In a group of its own, so that Ctrl-C reaches this process only and the order of stopping is ours.
    detached: true,
  });
  const failure = once(child, 'exit').then(([code, signal]) => {
    const lastLines = readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-20).join('\n');
    throw new Error(`${lastLines}\n\n\`${name}\` ended (${signal ?? `exit ${code}`}). All of its log: ${logFile}`);
  });
  // It is awaited by a race that may be over before it rejects.
  failure.catch(() => {});
  return { name, child, failure };
}

/**
 * Stops in the reverse order of starting: a source falls silent before the service that hears it goes.
 * @param {Running[]} running
 */
async function stopAll(running) {
  for (const { child } of running.toReversed()) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const exited = once(child, 'exit');
    child.kill('SIGTERM');
    const killer = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs);
    await exited;
    clearTimeout(killer);
  }
}

/**
 * @param {string} url
 * @param {AbortSignal} signal
 */
async function isReady(url, signal) {
  while (!signal.aborted && !(await answers(url))) await sleep(100);
}

/** @param {string} url */
async function answers(url) {
  const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2000) }).catch(() => undefined);
  return answer?.ok === true;
}

/** @param {AbortSignal} signal */
async function aborted(signal) {
  if (!signal.aborted) await once(signal, 'abort');
}

/**
 * The options that were given, as arguments again.
 * @param {('port' | 'data' | 'speed' | 'seed')[]} names
 */
function given(...names) {
  return names.flatMap((name) => {
    const value = options[name];
    return value === undefined ? [] : [`--${name}`, value];
  });
}
