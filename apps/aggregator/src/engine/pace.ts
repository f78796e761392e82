/** A tick comes at least this often: the clock alone changes figures. */
const restingMs = 1000;
const shortestMs = 25;
const longestMs = 250;
/** A tick may take at most this part of the time. */
const share = 1 / 5;

/** The gap to leave after a tick that took so long: short while ticks are cheap, so that a change is seen at once. */
function gapAfter(tookMs: number): number {
  return Math.min(longestMs, Math.max(shortestMs, tookMs / share));
}

/** Runs ticks: the first change goes at once, those that follow are gathered for a gap that adapts to what a tick costs. */
export class Pace {
  readonly #tick: () => Promise<void>;
  readonly #onTick: (tookMs: number) => void;
  readonly #onFailure: (error: unknown) => void;
  #timer: NodeJS.Timeout | undefined;
  #ticking: Promise<void> | null = null;
  #notBefore = 0;
  #changes = 0;
  #closed = false;

  constructor(tick: () => Promise<void>, onTick: (tookMs: number) => void, onFailure: (error: unknown) => void) {
    this.#tick = tick;
    this.#onTick = onTick;
    this.#onFailure = onFailure;
  }

  start(): void {
    this.#schedule(0);
  }

  /** Something changed. */
  hurry(): void {
    this.#changes += 1;
    if (this.#ticking === null) this.#schedule(Math.max(0, this.#notBefore - performance.now()));
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#ticking;
  }

  #schedule(inMs: number): void {
    if (this.#closed) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#ticking = this.#run();
    }, inMs);
  }

  async #run(): Promise<void> {
    const started = performance.now();
    const seen = this.#changes;
    try {
      await this.#tick();
    } catch (error) {
      this.#onFailure(error);
    }
    const tookMs = performance.now() - started;
    this.#onTick(tookMs);
    this.#notBefore = performance.now() + gapAfter(tookMs);
    this.#ticking = null;
    this.#schedule(this.#changes > seen ? gapAfter(tookMs) : restingMs);
  }
}
