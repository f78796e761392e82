import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

import { run, runTool, say, step } from './prepare.mjs';
import { root } from './runtime.mjs';

const downloadTimeoutMs = 5 * 60_000;

/**
 * Finds a browser for the end-to-end tests, and installs one where there is none.
 * @returns {Promise<string | undefined>} its path, or `undefined` for the one that Playwright brought
 * @throws {Error} that says what to do, where none can be had
 */
export async function findBrowser() {
  const found = process.env['CHROME_PATH'] ?? installedBrowser();
  if (found !== undefined) return found;
  return step('Installing a browser for the end-to-end tests', async () => {
    if (process.getuid?.() === 0 && onPath('apt-get') !== undefined) {
      await aptInstall(['chromium']).catch(() => say('  apt-get has no Chromium here'));
      const installed = installedBrowser();
      if (installed !== undefined) return installed;
    }
    try {
      await runTool('playwright', ['install', 'chromium'], {
        cwd: join(root, 'apps/wall'),
        timeoutMs: downloadTimeoutMs,
      });
    } catch (error) {
      throw new Error(
        'There is no browser for the end-to-end tests: install Chromium or Chrome, or set CHROME_PATH to one',
        { cause: error },
      );
    }
    return undefined;
  });
}

/** @param {readonly string[]} packages of Debian */
async function aptInstall(packages) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['-qq', 'update'], { env });
  await run('apt-get', ['-qq', 'install', '-y', '--no-install-recommends', ...packages], { env });
}

function installedBrowser() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  return (
    names.map(onPath).find((path) => path !== undefined) ??
    executable('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome')
  );
}

/** @param {string} command */
function onPath(command) {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => executable(join(folder, command))).find((path) => path !== undefined);
}

/** @param {string} path */
function executable(path) {
  try {
    accessSync(path, constants.X_OK);
    return path;
  } catch {
    return undefined;
  }
}
