import { askEarly } from '../stream/asked-early.ts';
import { headersOf } from '../stream/json-headers.ts';
import { readToken } from '../stream/read-token.ts';
import { placeOf } from './drill-place.ts';
import { levelAddress, levelWords } from './level-address.ts';

/**
 * Asks for the level that the page's address names before the page's parts are there. The words are taken as they stand: where
 * the page understands them otherwise it asks another question, and this answer is forgotten.
 */
export function askFirstLevel({ pathname, search }: Pick<Location, 'pathname' | 'search'>): void {
  const place = placeOf(pathname);
  const words = new URLSearchParams(search);
  const word = (name: string): string | undefined => words.get(name) ?? undefined;
  // A custom period wants the calendar, which may be on its way too.
  if (place.kind !== 'level' || word('period') === 'custom') return;
  const told = {
    period: word('period') ?? 'month',
    comparison: word('comparison') ?? 'before',
    at: word('at'),
    knownSeq: word('knownSeq'),
    geography: word('geography'),
    measure: word('measure'),
  };
  const address = levelAddress(levelWords(word('ledger') ?? 'simulated', place, told));
  askEarly(address, { headers: headersOf(readToken()) });
}
