#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { pathToFileURL } from 'node:url';

import { entryOf, heapFlagsOf, isInstalled, leaveWithLauncher, lockedNode, runsSources } from './runtime.mjs';

const [command] = process.argv.slice(2);
const entry = entryOf(command);
const args = process.argv.slice(command === 'simulate' ? 3 : 2);
const heapFlags = heapFlagsOf(command);

if (!isInstalled()) {
  process.stderr.write(
    'Flagtower’s dependencies are not installed. Run `npm start` once, or `npx pnpm@10.34.9 install`.\n',
  );
  process.exitCode = 1;
} else if (runsSources() && heapFlags.length === 0) {
  process.argv = [process.execPath, entry, ...args];
  await import(pathToFileURL(entry).href);
} else {
  reExecute();
}

function reExecute() {
  const child = spawn(lockedNode(), [...heapFlags, ...leaveWithLauncher, entry, ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      // A terminal sends Ctrl-C to the child too, and a second SIGINT would read as impatience.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.once('error', (error) => {
    process.stderr.write(`Cannot start Node: ${error.message}\n`);
    process.exitCode = 1;
  });
  child.once('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
  });
}
