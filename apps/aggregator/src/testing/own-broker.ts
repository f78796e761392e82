import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { freePort } from './free-port.ts';

/** A Mosquitto of a test's own, which can be stopped and started again on what it kept. */
export interface OwnBroker {
  readonly url: string;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Stops it and takes its folder away. */
  readonly close: () => Promise<void>;
}

export async function ownBroker(): Promise<OwnBroker> {
  const folder = await mkdtemp(join(tmpdir(), 'flagtower-broker-'));
  const port = await freePort();
  const isRoot = process.getuid?.() === 0;
  const settings = [
    `listener ${String(port)} 127.0.0.1`,
    'allow_anonymous true',
    'persistence true',
    `persistence_location ${folder}/`,
    'max_inflight_messages 1000',
    'max_queued_messages 100000',
    ...(isRoot ? ['user root'] : []),
  ];
  const file = join(folder, 'mosquitto.conf');
  await writeFile(file, settings.join('\n'));
  let running: ChildProcess | null = null;
  const stop = async (): Promise<void> => {
    if (running === null) return;
    const ended = once(running, 'exit');
    running.kill('SIGTERM');
    await ended;
    running = null;
  };
  const start = async (): Promise<void> => {
    const env = { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin` };
    running = spawn('mosquitto', ['-c', file], { stdio: 'ignore', env });
    await answering(port);
  };
  await start();
  return {
    url: `mqtt://127.0.0.1:${String(port)}`,
    start,
    stop,
    close: async () => {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function answering(port: number): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const socket = connect(port, '127.0.0.1');
    const isOpen = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (isOpen) return;
    await sleep(50);
  }
  throw new Error('the broker does not start');
}
