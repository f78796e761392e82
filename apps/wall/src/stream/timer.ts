/** At most one task in waiting. */
export interface Timer {
  /** Runs a task after a time, in place of the one that waited. */
  readonly start: (ms: number, task: () => void) => void;
  readonly stop: () => void;
}

export function openTimer(): Timer {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return {
    start: (ms, task) => {
      clearTimeout(waiting);
      waiting = setTimeout(task, ms);
    },
    stop: () => clearTimeout(waiting),
  };
}
