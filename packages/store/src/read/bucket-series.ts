import { FlagtowerError } from '@flagtower/contracts';
import { dayOfNumber, localDayNumber, startOfDayMs } from '@flagtower/domain';

const hourMs = 3_600_000;
/** A question is asked for each bucket: more of them would keep the store from everybody else. */
const mostBuckets = 100;

export interface ReadBucket {
  /** An hour's start as an instant, or a day of the ledger's zone. */
  readonly name: string;
  /** Epoch milliseconds. */
  readonly from: number;
  /** Excluded. */
  readonly to: number;
}

/**
 * The hours or days of a period, the last one with the cut in it: for figures that are no sums and are asked anew for each.
 * @param from the first bucket is the one that it lies in
 * @throws FlagtowerError `BAD_REQUEST` without a beginning, or for more than a hundred buckets
 */
export function bucketsOf(
  by: 'hour' | 'day',
  {
    from,
    to,
    at,
    zone,
  }: { readonly from: number | null; readonly to: number | null; readonly at: number; readonly zone: string },
): ReadBucket[] {
  if (from === null)
    throw new FlagtowerError('BAD_REQUEST', `a figure by ${by} needs the beginning of its period`, {
      place: 'from',
      remedy: 'a day or an instant',
    });
  const end = Math.min(to ?? Infinity, at + 1);
  const [first, last] =
    by === 'hour'
      ? [Math.floor(from / hourMs), Math.floor((end - 1) / hourMs)]
      : [localDayNumber(from, zone), localDayNumber(end - 1, zone)];
  const count = Math.max(0, last - first + 1);
  if (count > mostBuckets)
    throw new FlagtowerError(
      'BAD_REQUEST',
      `this figure is read for at most ${String(mostBuckets)} buckets at a time`,
      {
        place: 'from',
        remedy: 'a later beginning',
      },
    );
  return Array.from({ length: count }, (_, index) => bucketAt(by, first + index, zone));
}

function bucketAt(by: 'hour' | 'day', number: number, zone: string): ReadBucket {
  if (by === 'hour') {
    const from = number * hourMs;
    return { name: new Date(from).toISOString(), from, to: from + hourMs };
  }
  return { name: dayOfNumber(number).toString(), from: startOfDayMs(number, zone), to: startOfDayMs(number + 1, zone) };
}
