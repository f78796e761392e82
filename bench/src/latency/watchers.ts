import { hanoi } from '@flagtower/city-hanoi';
import { PROTOCOL_VERSION } from '@flagtower/contracts';

import { connectRaw, type RawClient } from '../fan-out/raw-client.ts';

/** When a watcher had heard of everything up to a position. */
export interface Heard {
  readonly seq: number;
  /** Of `performance.now()`. */
  readonly at: number;
}

export interface Watcher {
  /** In the order of hearing. */
  readonly heard: Heard[];
  readonly client: RawClient;
}

const deltaEvent = '["delta",';
const position = '"knownSeq":';

/** Walls that look at the figures of the whole city. */
export async function openWatchers(port: number, count: number): Promise<Watcher[]> {
  return await Promise.all(
    Array.from({ length: count }, async () => {
      const heard: Heard[] = [];
      const client = await connectRaw({
        port,
        ask: ['subscribe', { protocol: PROTOCOL_VERSION, ledger: 'simulated', topic: `kpis/${hanoi.root}` }],
        onEvent: (text) => {
          if (text.toString('latin1', 0, deltaEvent.length) !== deltaEvent) return;
          const from = text.indexOf(position) + position.length;
          heard.push({ seq: Number.parseInt(text.toString('latin1', from, from + 16), 10), at: performance.now() });
        },
      });
      return { heard, client };
    }),
  );
}

/** When a position was heard of; `null`: never. */
export function whenHeard(heard: readonly Heard[], seq: number): number | null {
  let low = 0;
  let high = heard.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((heard[middle]?.seq ?? 0) >= seq) high = middle;
    else low = middle + 1;
  }
  return heard[low]?.at ?? null;
}
