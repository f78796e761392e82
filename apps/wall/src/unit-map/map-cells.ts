import { useEffect, useState } from 'react';

import { readJson } from '../stream/read-json.ts';
import { openTimer } from '../stream/timer.ts';
import { cellsSchema } from './cells-schema.ts';
import type { CellCollection } from './unit-feature.ts';

const RETRY_MS = 3000;
let held: CellCollection | null = null;

/** The cells of the city's units; `null` until the service gave them. Asked for again until it does, then kept. */
export function useMapCells(): CellCollection | null {
  const [cells, setCells] = useState(held);
  useEffect(() => {
    if (held !== null) return undefined;
    const abort = new AbortController();
    const timer = openTimer();
    const ask = async (): Promise<void> => {
      try {
        held = await readJson('/v1/map/units', cellsSchema, { signal: abort.signal });
        setCells(held);
      } catch {
        // The map says that it has no cells, and this asks again.
        if (!abort.signal.aborted) timer.start(RETRY_MS, () => void ask());
      }
    };
    void ask();
    return () => {
      abort.abort();
      timer.stop();
    };
  }, []);
  return cells;
}
