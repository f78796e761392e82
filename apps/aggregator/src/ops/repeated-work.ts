export interface RepeatedWork {
  /** Resolves when the turn that runs is over. */
  readonly close: () => Promise<void>;
}

/**
 * Does a work again and again beside the service. A turn that takes longer than the pause is not joined by a second one,
 * one that fails is told and tried again, and none keeps the program alive.
 */
export function repeatedWork(
  everyMs: number,
  work: () => Promise<void>,
  onFailure: (error: unknown) => void,
): RepeatedWork {
  let running: Promise<void> | null = null;
  const timer = setInterval(() => {
    running ??= work()
      .catch(onFailure)
      .finally(() => {
        running = null;
      });
  }, everyMs);
  timer.unref();
  return {
    close: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
