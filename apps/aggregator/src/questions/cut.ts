import { daySchema, FlagtowerError, type Day, type Instant } from '@flagtower/contracts';
import { localDay } from '@flagtower/domain';
import { instantOf, ledgerTime, seqKnownAt, type Ledger, type Queryable } from '@flagtower/store';

import { instantFrom } from './moment-text.ts';

/** As it comes from an address or a command line; a moment is a day or an instant. */
export interface CutWords {
  readonly at?: string | undefined;
  readonly known?: string | undefined;
  readonly knownSeq?: number | undefined;
  readonly geography?: string | undefined;
}

/** What was true at `at`, as we knew it at `knownSeq`, in the units of `geography`. */
export interface ReadCut {
  readonly at: Instant;
  readonly knownSeq: number;
  readonly geography: Day;
}

/**
 * `at` is the ledger's own present where it is left out, `known` everything that is committed, `geography` the day of `at`
 * in the ledger's zone.
 * @throws FlagtowerError `BAD_REQUEST`
 */
export async function cutOf(db: Queryable, ledger: Ledger, words: CutWords, now: number): Promise<ReadCut> {
  if (words.known !== undefined && words.knownSeq !== undefined)
    throw new FlagtowerError('BAD_REQUEST', 'known and knownSeq say the same thing twice', { place: 'known' });
  const at =
    words.at === undefined ? instantOf(ledgerTime(ledger.clock, now)) : instantFrom(words.at, ledger.zone, 'at');
  return {
    at,
    knownSeq: await knownSeqOf(db, ledger, words),
    geography: dayFrom(words.geography ?? localDay(Date.parse(at), ledger.zone)),
  };
}

async function knownSeqOf(db: Queryable, ledger: Ledger, { known, knownSeq }: CutWords): Promise<number> {
  if (known === undefined) return knownSeq ?? Number.MAX_SAFE_INTEGER;
  return await seqKnownAt(db, ledger.id, Date.parse(instantFrom(known, ledger.zone, 'known')));
}

function dayFrom(text: string): Day {
  const day = daySchema.safeParse(text);
  if (day.success) return day.data;
  throw new FlagtowerError('BAD_REQUEST', 'geography is not a day', {
    place: 'geography',
    remedy: 'write it like 2025-07-01',
  });
}
