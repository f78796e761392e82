import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { FlagtowerError } from '@flagtower/contracts';

import type { Cluster } from './cluster.ts';
import { diskFull } from './data-folder.ts';
import { findPostmaster, startPostmaster } from './postmaster.ts';

/** What a killed PostgreSQL left in memory takes a moment to go: that long a start may fail. */
const patienceMs = 15_000;
const retryMs = 50;

/**
 * Returns when a postmaster serves the cluster, which may be one that somebody else started.
 * @param wantedPort of a postmaster that we start; a free one when `undefined`
 * @returns the port of the one that runs
 */
export async function ensureRunning(cluster: Cluster, wantedPort: number | undefined): Promise<number> {
  const giveUpAt = performance.now() + patienceMs;
  for (;;) {
    const running = await findPostmaster(cluster);
    if (running?.isReady === true) return running.port;
    if (running === undefined) {
      const log = await startPostmaster(cluster, wantedPort ?? (await freePort()));
      if (log !== undefined && !(isPassing(log, wantedPort) && performance.now() < giveUpAt)) {
        throw startProblem(cluster, log);
      }
    }
    // A start that is under way may be a long recovery: it is waited for as long as it lives.
    await sleep(retryMs);
  }
}

const portTaken = /could not bind|could not create any TCP\/IP sockets/u;
/** Another one has it, is just writing it, or was killed and is not gone yet. */
const notGoneYet = /lock file "postmaster.pid" (?:already exists|is empty)|pre-existing shared memory block/u;

function isPassing(log: string, wantedPort: number | undefined): boolean {
  return notGoneYet.test(log) || (wantedPort === undefined && portTaken.test(log));
}

function startProblem(cluster: Cluster, log: string): FlagtowerError {
  if (log.includes('No space left on device')) return diskFull(cluster.dataDirectory);
  if (portTaken.test(log)) {
    return new FlagtowerError('PORT_BUSY', 'The port for PostgreSQL is in use', {
      remedy: 'Stop what uses it, or leave the port to us',
    });
  }
  const reason = /^.*(?:FATAL|PANIC): +(?<text>.*)$/mu.exec(log)?.groups?.['text'];
  return new FlagtowerError('STORE_UNAVAILABLE', `PostgreSQL does not start: ${reason ?? 'it does not say why'}`, {
    remedy: `Read ${cluster.logFile}`,
  });
}

function freePort(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const server = createServer();
  server.once('error', reject);
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    server.close(() => {
      if (address === null || typeof address === 'string') reject(new TypeError('a TCP server has a port'));
      else resolve(address.port);
    });
  });
  return promise;
}
