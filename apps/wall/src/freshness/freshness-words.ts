import type { Language } from '@flagtower/charts';

interface FreshnessWords {
  readonly stale: string;
  readonly noContact: string;
}

/** Written before they are true, so they name no age: when they show, nothing on the page may be able to count one. */
export const freshnessWords: Readonly<Record<Language, FreshnessWords>> = {
  vi: { stale: 'số cũ', noContact: 'mất liên lạc' },
  en: { stale: 'old', noContact: 'no contact' },
};
