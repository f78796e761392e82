/** Work that goes on until it is told to stop. */
export interface Running {
  /** Resolves when nothing of it runs any more. */
  readonly close: () => Promise<void>;
}

/** @param work ends soon after `signal` says so, and never fails */
export function untilClosed(work: (signal: AbortSignal) => Promise<void>): Running {
  const stopped = new AbortController();
  const done = work(stopped.signal);
  return {
    close: async () => {
      stopped.abort();
      await done;
    },
  };
}
