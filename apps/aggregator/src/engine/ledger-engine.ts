import {
  caseKindSchema,
  seqSchema,
  type City,
  type Cut,
  type Delta,
  type LedgerName,
  type Topic,
} from '@flagtower/contracts';
import { openPublication, publish, type Json, type Publication } from '@flagtower/domain';
import {
  inSnapshot,
  instantOf,
  ledgerNamed,
  ledgerTime,
  readEntriesBetween,
  type FollowedCut,
  type Ledger,
} from '@flagtower/store';
import type { Pool } from 'pg';

import { readComparison, type Comparison } from './comparison.ts';
import { loadTally } from './load-tally.ts';
import { Surroundings } from './surroundings.ts';
import type { Tally } from './tally.ts';
import { topicState } from './topic-state.ts';

export interface LedgerEngineOptions {
  readonly pool: Pool;
  readonly city: City;
  readonly ledger: LedgerName;
  /** One run of the service: revisions of two epochs cannot be compared. */
  readonly epoch: string;
  /** The service's clock, epoch milliseconds. */
  readonly now: () => number;
  readonly onDelta: (delta: Delta) => void;
  readonly onFailure: (error: unknown) => void;
}

const comparisonEveryMs = 60_000;

/**
 * Follows one ledger and keeps the state of every topic that somebody listens to. A tick takes one cut, adds what
 * separates it from the last one (commits, and facts whose time has come), and publishes what that changes; all topics of a
 * tick speak of the same cut.
 */
export class LedgerEngine {
  readonly #options: LedgerEngineOptions;
  readonly #publications = new Map<Topic, Publication>();
  readonly #surroundings: Surroundings;
  #tally: Tally | null = null;
  #cut: FollowedCut = { seq: 0, at: 0 };
  #ledger: Ledger | null = null;
  #comparison: { readonly value: Comparison; readonly readAt: number } | null = null;
  #running: Promise<void> = Promise.resolve();

  constructor(options: LedgerEngineOptions) {
    this.#options = options;
    this.#surroundings = new Surroundings(options);
  }

  /** What heartbeats tell of this ledger; `null` before the first tick. */
  get ledger(): Ledger | null {
    return this.#ledger;
  }

  get topics(): number {
    return this.#publications.size;
  }

  /** Takes the next cut. Ticks of one engine never overlap: one that is asked for meanwhile comes after. */
  async tick(): Promise<void> {
    const next = this.#running.then(() => this.#step());
    this.#running = next.catch(() => undefined);
    await next;
  }

  /**
   * The publication of a topic, begun where nobody listened to it before.
   * @returns `null` for a topic that this ledger does not have
   */
  async publicationOf(topic: Topic): Promise<Publication | null> {
    if (this.#tally === null) await this.tick();
    const held = this.#publications.get(topic);
    if (held !== undefined) return held;
    const begin = this.#running.then(() => this.#begin(topic));
    this.#running = begin.then(
      () => undefined,
      () => undefined,
    );
    return await begin;
  }

  /** Waits for the tick that runs and the reads beside it. */
  async settle(): Promise<void> {
    await this.#running;
    await this.#surroundings.settle();
  }

  /** Nobody listens any more: the topic costs nothing until somebody does. */
  forget(topic: Topic): void {
    this.#publications.delete(topic);
  }

  #begin(topic: Topic): Publication | null {
    const held = this.#publications.get(topic);
    if (held !== undefined) return held;
    const state = this.#stateOf(topic);
    if (state === null) return null;
    const { ledger, epoch } = this.#options;
    const publication = openPublication({ ledger, topic, epoch, cut: this.#wireCut() }, state);
    this.#publications.set(topic, publication);
    return publication;
  }

  async #step(): Promise<void> {
    const { pool, city, ledger: name, now } = this.#options;
    const ledger = await ledgerNamed(pool, city.id, name);
    const cut = { seq: ledger.lastSeq, at: ledgerTime(ledger.clock, now()) };
    this.#ledger = ledger;
    if (this.#tally === null || !isWithinDay(this.#tally, cut.at) || cut.at < this.#cut.at) await this.#reload();
    else await this.#follow(ledger, cut);
    await this.#surroundings.refresh(this.#ledger, this.#cut);
    for (const topic of this.#publications.keys()) this.#publish(topic);
  }

  async #follow(ledger: Ledger, cut: FollowedCut): Promise<void> {
    for (const entry of await readEntriesBetween(this.#options.pool, ledger.id, this.#cut, cut)) {
      this.#tally?.add(entry);
      this.#surroundings.noteSource(caseKindSchema.parse(entry.caseKind), entry.source);
    }
    this.#cut = cut;
    if (this.#comparison === null || this.#options.now() - this.#comparison.readAt > comparisonEveryMs)
      await this.#compare();
  }

  /** A new day, a first start, or a clock that was set back: everything from the store, on one snapshot. */
  async #reload(): Promise<void> {
    const { pool, city, ledger: name, now } = this.#options;
    const loaded = await inSnapshot(pool, async (db) => {
      const ledger = await ledgerNamed(db, city.id, name);
      const cut = { seq: ledger.lastSeq, at: ledgerTime(ledger.clock, now()) };
      return { ledger, cut, tally: await loadTally(db, ledger, cut) };
    });
    this.#ledger = loaded.ledger;
    this.#cut = loaded.cut;
    this.#tally = loaded.tally;
    await this.#surroundings.load(loaded.ledger);
    await this.#compare();
  }

  async #compare(): Promise<void> {
    const { pool, city, ledger: name, now } = this.#options;
    const tally = this.#tally;
    if (tally === null) return;
    const value = await inSnapshot(pool, async (db) => {
      const ledger = await ledgerNamed(db, city.id, name);
      return await readComparison(db, ledger, 'dossier', tally.frame, { at: this.#cut.at, seq: ledger.lastSeq });
    });
    this.#comparison = { value, readAt: now() };
  }

  #publish(topic: Topic): void {
    const held = this.#publications.get(topic);
    const state = held === undefined ? null : this.#stateOf(topic);
    if (held === undefined || state === null) return;
    const { publication, delta } = publish(held, state, this.#wireCut());
    this.#publications.set(topic, publication);
    if (delta !== null) this.#options.onDelta(delta);
  }

  #stateOf(topic: Topic): ReadonlyMap<string, Json> | null {
    if (this.#tally === null || this.#ledger === null) return null;
    return topicState(topic, {
      city: this.#options.city,
      ledger: this.#ledger,
      tally: this.#tally,
      at: this.#cut.at,
      now: this.#options.now(),
      comparison: this.#comparison?.value ?? null,
      surroundings: this.#surroundings,
    });
  }

  #wireCut(): Cut {
    return { at: instantOf(this.#cut.at), knownSeq: seqSchema.parse(this.#cut.seq) };
  }
}

function isWithinDay({ frame }: Tally, at: number): boolean {
  return at >= frame.today && at < frame.tomorrow;
}
