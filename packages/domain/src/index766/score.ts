import type { Index766Item, PointRange } from '@flagtower/contracts';

/** What is known of an item's ratio. `empty`: there is nothing to divide by. `null`: nobody told. */
export type Ratio = number | 'empty' | null;

const nothing: PointRange = { lowest: 0, highest: 0 };

/**
 * Points of one item: `max × ratio`, or `min(max, max × ratio / threshold)` where full points are given from a threshold on.
 * What is not known makes a range: of the ratio (0 to all points), of the threshold (the strictest to the mildest it may be),
 * of the factor that it is multiplied with.
 * @param factor ratio of the item that `times` names; ignored where it names none
 * @throws RangeError for a ratio outside [0, 1]: what gave it is wrong
 */
export function itemPoints(item: Index766Item, ratio: Ratio, factor: Ratio = null): PointRange {
  if (item.maxPoints === 0) return nothing;
  if (ratio === 'empty' && item.whenEmpty !== null) {
    const points = item.maxPoints * item.whenEmpty;
    return { lowest: points, highest: points };
  }
  const own = rangeOf(ratio);
  const times = item.times === null ? { lowest: 1, highest: 1 } : rangeOf(factor);
  return {
    lowest: pointsAt(item, own.lowest * times.lowest, item.fullFrom.highest),
    highest: pointsAt(item, own.highest * times.highest, item.fullFrom.lowest),
  };
}

function rangeOf(ratio: Ratio): PointRange {
  if (ratio === null || ratio === 'empty') return { lowest: 0, highest: 1 };
  if (!(ratio >= 0 && ratio <= 1)) throw new RangeError(`a ratio of ${String(ratio)}`);
  return { lowest: ratio, highest: ratio };
}

/** Of a threshold of which nothing is known, any ratio above 0 may already be enough. */
function pointsAt({ maxPoints }: Index766Item, ratio: number, fullFrom: number): number {
  if (fullFrom === 0) return ratio > 0 ? maxPoints : 0;
  return Math.min(maxPoints, (maxPoints * ratio) / fullFrom);
}

export function sumOfPoints(ranges: readonly PointRange[]): PointRange {
  return ranges.reduce(
    (sum, { lowest, highest }) => ({ lowest: sum.lowest + lowest, highest: sum.highest + highest }),
    nothing,
  );
}

/**
 * Points still to win, most first; of equals the one that is surer. An item that nobody told of may be full already: what it
 * could bring is told as a range that begins at 0.
 */
export function gainsOf(
  scores: readonly { readonly item: string; readonly maxPoints: number; readonly points: PointRange }[],
): { readonly item: string; readonly points: PointRange }[] {
  return scores
    .map(({ item, maxPoints, points }) => ({
      item,
      points: { lowest: maxPoints - points.highest, highest: maxPoints - points.lowest },
    }))
    .filter(({ points }) => points.highest > 0)
    .toSorted((a, b) => b.points.lowest - a.points.lowest || b.points.highest - a.points.highest);
}
