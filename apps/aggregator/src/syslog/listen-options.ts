import type { SyslogPlan } from '@flagtower/contracts';
import type { Ledger, Source } from '@flagtower/store';

import type { ConnectorsOptions } from '../connect/start-connectors.ts';

export interface ListenOptions extends ConnectorsOptions {
  readonly ledger: Ledger;
  readonly source: Source;
  readonly syslog: SyslogPlan;
}

/** A port that is open. */
export interface OpenPort {
  /** Rejects when the port is lost. */
  readonly lost: Promise<never>;
  /** Resolves when nothing of it runs any more, and what was read and could be written is written. */
  readonly close: () => Promise<void>;
}

const defaultMostBytes = 16 * 1024;

/** Bytes of a message at the most. */
export function mostBytesOf({ mostBytes = defaultMostBytes }: SyslogPlan): number {
  return mostBytes;
}
