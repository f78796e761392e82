import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const patienceMs = 60_000;

/** A part of a measurement that has a process of its own, so that its CPU is its own too. */
export interface Child {
  readonly pid: number;
  tell(message: string): void;
  /** The next message. @throws Error when the process ends, or says nothing for so long (a minute) */
  hear(withinMs?: number): Promise<unknown>;
  stop(): Promise<void>;
}

/** @param file relative to this folder */
export function startChild(file: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Child {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), [...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return {
    pid: child.pid ?? 0,
    tell: (message) => void child.send(message),
    hear: (withinMs = patienceMs) => nextMessage(child, file, withinMs),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function nextMessage(child: ChildProcess, name: string, withinMs: number): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const fail = (): void => {
    reject(new Error(`${name} ended or fell silent`));
  };
  const timer = setTimeout(fail, withinMs);
  child.once('message', resolve);
  child.once('exit', fail);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    child.off('message', resolve);
    child.off('exit', fail);
  }
}
