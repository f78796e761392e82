import { heartbeatSchema, type Heartbeat, type LedgerName } from '@flagtower/contracts';

import { LOST_AFTER_MS, instantOf, type Contact } from './contact.ts';
import { ledgerMsAt, readBeat, serverMsAt, unreadClock, type ClockReading } from './server-clock.ts';
import { openSignal } from './signal.ts';
import { openTimer } from './timer.ts';

export interface PulseOptions {
  readonly ledger: LedgerName;
  /** Milliseconds that only go forward, such as `performance.now`. */
  readonly monotonic: () => number;
  readonly onContact: () => void;
  /** Another run of the engine speaks: its revisions cannot be compared with what is held. */
  readonly onNewRun: () => void;
  /** The connection has been silent for so long that it is better opened anew; told again as long as it lasts. */
  readonly onSilence: () => void;
  readonly onBuild?: ((build: string) => void) | undefined;
}

/** What heartbeats tell: whether the server is heard, and what time it is there. */
export interface Pulse {
  /** Begins to wait for the first heartbeat. */
  readonly open: () => void;
  readonly beat: (beat: Heartbeat) => void;
  readonly contact: () => Contact;
  /** Told on every heartbeat, at once. */
  readonly watchBeats: (onBeat: () => void) => () => void;
  /** Epoch milliseconds now by the server's clock; `null` before the first heartbeat. */
  readonly serverNowMs: () => number | null;
  /** The same by the ledger's clock, which a replay may drive. */
  readonly ledgerNowMs: () => number | null;
  /** How fast the ledger's clock runs; 1 where nothing drives it. */
  readonly ledgerSpeed: () => number;
  /** Milliseconds since the last heartbeat; `null` before the first. */
  readonly silenceMs: () => number | null;
  readonly close: () => void;
}

const GIVE_UP_AFTER_MS = 10_000;

export function openPulse(options: PulseOptions): Pulse {
  const { ledger, monotonic } = options;
  const beats = openSignal();
  const silence = openTimer();
  let contact: Contact = { contact: 'connecting', since: null, epoch: null };
  let clock: ClockReading = unreadClock;
  let lastBeatMs: number | null = null;

  const turn = (next: Omit<Contact, 'since'>): void => {
    if (next.contact === contact.contact && next.epoch === contact.epoch) return;
    const serverMs = serverMsAt(clock, monotonic());
    const now = serverMs === null ? null : instantOf(serverMs);
    contact = { ...next, since: next.contact === contact.contact ? contact.since : now };
    options.onContact();
  };
  const awaitBeat = (): void => {
    silence.start(LOST_AFTER_MS, () => {
      turn({ contact: 'lost', epoch: contact.epoch });
      silence.start(GIVE_UP_AFTER_MS - LOST_AFTER_MS, giveUp);
    });
  };
  const giveUp = (): void => {
    silence.start(GIVE_UP_AFTER_MS, giveUp);
    options.onSilence();
  };

  return {
    beat: (told) => {
      const parsed = heartbeatSchema.safeParse(told);
      // A beat that cannot be read is no sign of life: the marks appear, which is the truth.
      if (!parsed.success) return;
      const { epoch, build } = parsed.data;
      lastBeatMs = monotonic();
      clock = readBeat(clock, parsed.data, ledger, lastBeatMs);
      const isNewRun = contact.epoch !== null && contact.epoch !== epoch;
      turn({ contact: 'live', epoch });
      awaitBeat();
      if (isNewRun) options.onNewRun();
      beats.tell();
      options.onBuild?.(build);
    },
    contact: () => contact,
    watchBeats: beats.watch,
    serverNowMs: () => serverMsAt(clock, monotonic()),
    ledgerNowMs: () => ledgerMsAt(clock, monotonic()),
    ledgerSpeed: () => clock.ledger?.speed ?? 1,
    silenceMs: () => (lastBeatMs === null ? null : monotonic() - lastBeatMs),
    open: awaitBeat,
    close: silence.stop,
  };
}
