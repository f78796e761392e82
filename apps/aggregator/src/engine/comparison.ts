import { measureSchema, type CaseKind, type Measure } from '@flagtower/contracts';
import { dayOfNumber } from '@flagtower/domain';
import { readSums, type Ledger, type Queryable } from '@flagtower/store';

import type { TallyFrame } from './tally.ts';

const weekMs = 7 * 86_400_000;
const hourMs = 3_600_000;

/** What the city's sums were one week ago at the same time of day; `null` where nothing was told then. */
export interface Comparison {
  readonly day: string;
  readonly today: ReadonlyMap<Measure, number> | null;
  readonly hour: ReadonlyMap<Measure, number> | null;
  readonly now: ReadonlyMap<Measure, number> | null;
}

/** The comparable day is the same weekday of the week before. `db` must be one snapshot. */
export async function readComparison(
  db: Queryable,
  ledger: Ledger,
  caseKind: CaseKind,
  frame: TallyFrame,
  cut: { readonly at: number; readonly seq: number },
): Promise<Comparison> {
  const at = cut.at - weekMs;
  const read = async (from: number | null): Promise<ReadonlyMap<Measure, number> | null> => {
    const sums = await readSums(db, {
      ledger,
      caseKind,
      source: null,
      units: null,
      measures: measureSchema.options,
      span: { from, to: at + 1 },
      at,
      knownSeq: cut.seq,
      lastSeq: ledger.lastSeq,
      by: null,
    });
    return sums.get('') ?? null;
  };
  const now = await read(null);
  if (now === null) return { day: dayOfNumber(frame.day - 7).toString(), today: null, hour: null, now: null };
  return {
    day: dayOfNumber(frame.day - 7).toString(),
    today: await read(frame.today - weekMs),
    hour: await read(at - hourMs),
    now,
  };
}
