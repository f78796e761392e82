/** Datagrams that wait to be written. What finds no room is dropped and counted: nobody can tell a sender to wait. */
export interface DatagramQueue {
  readonly push: (datagram: Uint8Array) => void;
  /** Resolves when something waits or the queue is closed; gives `most` at the most, and none once it is closed and empty. */
  readonly next: (most: number) => Promise<readonly Uint8Array[]>;
  readonly close: () => void;
  /** How many were dropped since this was asked last. */
  readonly takeDropped: () => number;
  readonly countDropped: (count: number) => void;
}

/** Whatever the number of datagrams, they hold no more than this. */
const mostBytes = 64 * 1024 * 1024;

export function datagramQueue(mostWaiting: number): DatagramQueue {
  let waiting: Uint8Array[] = [];
  let bytes = 0;
  let dropped = 0;
  let isClosed = false;
  /** Resolved while something waits, and once it is closed. */
  let arrival = Promise.withResolvers<void>();
  return {
    push: (datagram) => {
      if (waiting.length >= mostWaiting || bytes + datagram.length > mostBytes) {
        dropped += 1;
        return;
      }
      waiting.push(datagram);
      bytes += datagram.length;
      arrival.resolve();
    },
    next: async (most) => {
      await arrival.promise;
      const taken = waiting.slice(0, most);
      waiting = waiting.slice(most);
      bytes -= taken.reduce((sum, { length }) => sum + length, 0);
      if (waiting.length === 0 && !isClosed) arrival = Promise.withResolvers<void>();
      return taken;
    },
    close: () => {
      isClosed = true;
      arrival.resolve();
    },
    takeDropped: () => {
      const count = dropped;
      dropped = 0;
      return count;
    },
    countDropped: (count) => {
      dropped += count;
    },
  };
}
