import type { Output } from './output.ts';

export interface ProgressBar {
  readonly show: (progress: { readonly rows: number; readonly bytes: number; readonly totalBytes: number }) => void;
  readonly end: () => void;
}

const width = 30;
const redrawMs = 100;

/** A bar on the terminal's stderr; nothing where stderr is no terminal. */
export function progressBar({ isTerminal }: Output, title: string): ProgressBar {
  if (!isTerminal) return { show: () => undefined, end: () => undefined };
  let drawnAt = 0;
  return {
    show: ({ rows, bytes, totalBytes }) => {
      if (performance.now() - drawnAt < redrawMs) return;
      drawnAt = performance.now();
      const share = totalBytes === 0 ? 1 : Math.min(1, bytes / totalBytes);
      const bar = '█'.repeat(Math.round(share * width)).padEnd(width, '░');
      process.stderr.write(`\r\u001B[K${title} ${bar} ${String(Math.round(share * 100))} % · ${String(rows)} rows`);
    },
    end: () => {
      process.stderr.write('\r\u001B[K');
    },
  };
}
