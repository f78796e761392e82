import { spanText } from '@flagtower/charts';
import type { Freshness, FreshnessState } from '@flagtower/contracts';

import { useLedgerNow } from '../stream/use-server-clock.ts';
import { useContact } from '../stream/use-topic.ts';
import { useWords } from '../words/language.tsx';
import { ageMs, stateNow } from './freshness-now.ts';

const MINUTE_MS = 60_000;

export interface FreshnessNow {
  readonly state: FreshnessState;
  /** `''` where the age is not known. */
  readonly ageText: string;
  /** The server is silent: then a value is stale at best, whatever its source does. */
  readonly isContactLost: boolean;
}

/** How a value stands at this second. */
export function useFreshness(freshness: Freshness | null): FreshnessNow {
  const now = useLedgerNow();
  const { contact } = useContact();
  const { locale } = useWords();
  const isContactLost = contact === 'lost';
  if (freshness === null) return { state: 'none', ageText: '', isContactLost };
  const age = ageMs(freshness, now);
  const state = stateNow(freshness, now, isContactLost);
  // Old by minutes is told in minutes: seconds would pretend that somebody still counts them.
  const isCoarse = (state === 'stale' || state === 'lost') && age !== null && age >= MINUTE_MS;
  const told = age !== null && isCoarse ? age - (age % MINUTE_MS) : age;
  return { state, ageText: told === null ? '' : spanText(told, locale), isContactLost };
}
