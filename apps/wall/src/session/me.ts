import { accountSchema, type Account } from '@flagtower/contracts';
import { useEffect, useSyncExternalStore } from 'react';
import { z } from 'zod';

import { readJson } from '../stream/read-json.ts';

/** Who is signed in on this browser. `unknown`: the service has not told yet. */
export type Me = Account | null | 'unknown';

const answerSchema = z.object({ account: accountSchema.nullable() });
const watchers = new Set<() => void>();
let held: Me = 'unknown';
let asking: Promise<void> | null = null;

/** Tells the whole page who is signed in now: after a sign-in, a sign-out, or a "no" that says the session is over. */
export function setMe(me: Account | null): void {
  held = me;
  for (const watcher of watchers) watcher();
}

async function ask(): Promise<void> {
  try {
    setMe((await readJson('/v1/me', answerSchema)).account);
  } catch {
    // Without contact nobody is signed in for now; the page's band tells of the contact, and the next page asks again.
    asking = null;
  }
}

export function useMe(): Me {
  const me = useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => held,
  );
  useEffect(() => {
    asking ??= ask();
  }, []);
  return me;
}
