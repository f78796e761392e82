/** A change that several may watch. */
export interface Signal {
  readonly tell: () => void;
  /** @returns stops watching */
  readonly watch: (listener: () => void) => () => void;
  readonly watchers: () => number;
}

export function openSignal(): Signal {
  const listeners = new Set<{ readonly listener: () => void }>();
  return {
    tell: () => {
      for (const { listener } of listeners) listener();
    },
    watch: (listener) => {
      const entry = { listener };
      listeners.add(entry);
      return () => void listeners.delete(entry);
    },
    watchers: () => listeners.size,
  };
}
