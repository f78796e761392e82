import { setTimeout as sleep } from 'node:timers/promises';

import { noteFailure } from '../connect/note-failure.ts';
import { untilClosed, type Running } from '../connect/until-closed.ts';
import { waitMs } from '../poll/back-off.ts';
import type { ListenOptions, OpenPort } from './listen-options.ts';
import { messageBatch } from './message-batch.ts';
import { openTcp } from './open-tcp.ts';
import { openUdp } from './open-udp.ts';

/** Listens for one source on its ports; where one cannot be had, or is lost, it is tried again, each time after a longer wait. */
export function startSyslog(options: ListenOptions): Running {
  return untilClosed((signal) => listen(options, signal));
}

async function listen(options: ListenOptions, signal: AbortSignal): Promise<void> {
  const { metrics, source } = options;
  const isStopped = (): boolean => signal.aborted;
  let failures = 0;
  while (!isStopped()) {
    const ports: OpenPort[] = [];
    try {
      // A mapping that cannot work, or a secret that is not set, is found out before the first message.
      messageBatch(options);
      await openPorts(options, ports);
      metrics.polls.inc({ source: source.id, outcome: 'connected' });
      failures = 0;
      await Promise.race([aborted(signal), ...ports.map(({ lost }) => lost)]);
    } catch (error) {
      failures += 1;
      metrics.polls.inc({ source: source.id, outcome: 'failed' });
      await noteFailure(options, error, failures);
      await sleep(waitMs(1, failures), undefined, { signal }).catch(() => undefined);
    } finally {
      await Promise.all(ports.map((each) => each.close()));
    }
  }
}

async function openPorts(options: ListenOptions, ports: OpenPort[]): Promise<void> {
  const { tcp, udp } = options.syslog;
  if (tcp !== undefined) ports.push(await openTcp(options, tcp));
  if (udp !== undefined) ports.push(await openUdp(options, udp));
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
