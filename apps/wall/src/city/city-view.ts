import { cityViewSchema, type CityView } from '@flagtower/contracts';
import { useEffect, useState } from 'react';

import { readJson } from '../stream/read-json.ts';
import { openTimer } from '../stream/timer.ts';

const RETRY_MS = 3000;
let held: CityView | null = null;

/** Names, places and targets of the city; `null` until the service answered. Asked for again until it does, then kept. */
export function useCity(): CityView | null {
  const [city, setCity] = useState(held);
  useEffect(() => {
    if (held !== null) return undefined;
    const abort = new AbortController();
    const timer = openTimer();
    const ask = async (): Promise<void> => {
      try {
        held = await readJson('/v1/city', cityViewSchema, { signal: abort.signal });
        setCity(held);
      } catch {
        // The scene says that it has no city and no contact, and this asks again.
        if (!abort.signal.aborted) timer.start(RETRY_MS, () => void ask());
      }
    };
    void ask();
    return () => {
      abort.abort();
      timer.stop();
    };
  }, []);
  return city;
}
