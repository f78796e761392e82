/**
 * Draws one panel a frame. Twelve charts that redraw in the same frame make a long task; in turn they cost each frame
 * little. A panel that asks again before its turn is drawn once, with what it says last.
 */
export interface FrameTurns {
  readonly request: (panel: string, draw: () => void) => void;
  readonly withdraw: (panel: string) => void;
}

export function openFrameTurns(onNextFrame: (task: () => void) => void): FrameTurns {
  const waiting = new Map<string, () => void>();
  let asked = false;
  const ask = (): void => {
    if (asked) return;
    asked = true;
    onNextFrame(() => {
      asked = false;
      const [next] = waiting;
      if (next === undefined) return;
      waiting.delete(next[0]);
      // Asked before drawing: a panel that fails must not stop the others.
      if (waiting.size > 0) ask();
      next[1]();
    });
  };
  return {
    request: (panel, draw) => {
      // Not deleted first: who waits keeps the place in the line.
      waiting.set(panel, draw);
      ask();
    },
    withdraw: (panel) => {
      waiting.delete(panel);
    },
  };
}
