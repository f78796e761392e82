/**
 * Hands data on one at a time, the newest only: while one is worked on, those that come replace each other. A source
 * that is fed faster than its worker works would otherwise queue without bound.
 * @param spaceMs least time between two starts
 */
export function latestWins<T>(apply: (data: T) => Promise<unknown>, spaceMs: number): (data: T) => void {
  let waiting: { readonly data: T } | null = null;
  let isBusy = false;
  const work = async (): Promise<void> => {
    isBusy = true;
    while (waiting !== null) {
      const { data } = waiting;
      waiting = null;
      await Promise.all([apply(data), pause(spaceMs)]);
    }
    isBusy = false;
  };
  return (data) => {
    waiting = { data };
    if (!isBusy) void work();
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
