/** A hidden page gets no frames; its state must not pile up until it is shown. */
const HIDDEN_WAIT_MS = 250;

/** Collects tasks and runs each once before the next picture. */
export function openBeforePaint(): (task: () => void) => void {
  const tasks = new Set<() => void>();
  let cancel: (() => void) | null = null;
  const run = (): void => {
    cancel?.();
    cancel = null;
    const due = [...tasks];
    tasks.clear();
    for (const task of due) task();
  };
  return (task) => {
    tasks.add(task);
    if (cancel !== null) return;
    const frame = requestAnimationFrame(run);
    const timer = setTimeout(run, HIDDEN_WAIT_MS);
    cancel = () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  };
}
