import { ledgerNameSchema, type City, type Delta, type LedgerName } from '@flagtower/contracts';
import type { Pool } from 'pg';

import { listenForCommits, type CommitListener } from './commit-listener.ts';
import { LedgerEngine } from './ledger-engine.ts';
import { Pace } from './pace.ts';

export interface EngineOptions {
  readonly pool: Pool;
  /** For the connection that listens for commits. */
  readonly databaseUrl: string;
  readonly city: City;
  readonly epoch: string;
  readonly now: () => number;
  readonly onDelta: (delta: Delta) => void;
  /** A tick took this long, milliseconds. */
  readonly onTick: (ledger: LedgerName, tookMs: number) => void;
  /** A tick failed; the next one tries again from where the last good one stood. */
  readonly onFailure: (error: unknown) => void;
}

/** The engines of a city's ledgers. One that nobody listened to yet is asleep: it follows from the first subscription on. */
export class Engine {
  readonly #options: EngineOptions;
  readonly #ledgers = new Map<LedgerName, { readonly engine: LedgerEngine; readonly pace: Pace }>();
  #listener: CommitListener | null = null;

  constructor(options: EngineOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    this.#listener = await listenForCommits(this.#options.databaseUrl, (ledgerId) => {
      for (const { engine, pace } of this.#ledgers.values()) if (engine.ledger?.id === ledgerId) pace.hurry();
    });
  }

  /** The engine of a ledger, awake. */
  of(ledger: LedgerName): LedgerEngine {
    const held = this.#ledgers.get(ledger);
    if (held !== undefined) return held.engine;
    const { pool, city, epoch, now, onDelta, onTick, onFailure } = this.#options;
    const engine = new LedgerEngine({ pool, city, ledger, epoch, now, onDelta, onFailure });
    const pace = new Pace(
      () => engine.tick(),
      (tookMs) => {
        onTick(ledger, tookMs);
      },
      onFailure,
    );
    this.#ledgers.set(ledger, { engine, pace });
    pace.start();
    return engine;
  }

  /** Ledgers that are awake, for heartbeats. */
  awake(): LedgerEngine[] {
    return ledgerNameSchema.options.flatMap((name) => this.#ledgers.get(name)?.engine ?? []);
  }

  async close(): Promise<void> {
    await this.#listener?.close();
    await Promise.all(
      [...this.#ledgers.values()].map(async ({ engine, pace }) => {
        await pace.close();
        await engine.settle();
      }),
    );
  }
}
