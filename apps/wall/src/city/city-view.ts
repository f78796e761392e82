import { cityViewSchema, type CityView } from '@flagtower/contracts';
import { useEffect, useState } from 'react';

const RETRY_MS = 3000;
let held: CityView | null = null;

async function fetchCity(signal: AbortSignal): Promise<CityView | null> {
  try {
    const answer = await fetch('/v1/city', { signal, headers: { accept: 'application/json' } });
    if (!answer.ok) return null;
    const parsed = cityViewSchema.safeParse(await answer.json());
    return parsed.success ? parsed.data : null;
  } catch (error) {
    // No contact: the scene says so by the stream's state, and this asks again.
    if (error instanceof TypeError || error instanceof SyntaxError || error instanceof DOMException) return null;
    throw error;
  }
}

/** Names, places and targets of the city; `null` until the service answered. Asked for again until it does. */
export function useCity(): CityView | null {
  const [city, setCity] = useState(held);
  useEffect(() => {
    if (held !== null) return undefined;
    const abort = new AbortController();
    const ask = async (): Promise<void> => {
      const found = await fetchCity(abort.signal);
      if (abort.signal.aborted) return;
      held = found ?? held;
      if (held === null) timer = setTimeout(() => void ask(), RETRY_MS);
      else setCity(held);
    };
    let timer = setTimeout(() => void ask(), 0);
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, []);
  return city;
}
