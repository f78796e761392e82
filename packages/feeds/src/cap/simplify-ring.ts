import type { Point } from '@flagtower/contracts';
import TinyQueue from 'tinyqueue';

interface Corner {
  readonly at: number;
  /** Of the triangle with its neighbours, twice, in square degrees. */
  readonly area: number;
}

/**
 * Takes out the corners that change a ring's shape least until `maxPoints` are left (Visvalingam and Whyatt): the work
 * grows as n log n for any input, and the result has a known size, unlike with a distance tolerance.
 * @param ring closed: the last point is the first
 * @returns closed; the same ring where it is small enough
 */
export function simplifyRing(ring: readonly Point[], maxPoints: number): Point[] {
  if (ring.length <= maxPoints) return [...ring];
  const points = ring.slice(0, -1);
  const count = points.length;
  const before = points.map((_, at) => (at + count - 1) % count);
  const after = points.map((_, at) => (at + 1) % count);
  const areaAt = (at: number): number => triangleArea(points[before[at] ?? 0], points[at], points[after[at] ?? 0]);

  const areas = points.map((_, at) => areaAt(at));
  const queue = new TinyQueue<Corner>(
    areas.map((area, at) => ({ at, area })),
    (a, b) => a.area - b.area,
  );
  const gone = new Set<number>();
  while (count - gone.size >= maxPoints) {
    const corner = queue.pop();
    if (corner === undefined) break;
    const { at, area } = corner;
    if (gone.has(at) || areas[at] !== area) continue; // told again since with another area
    gone.add(at);
    const previous = before[at] ?? 0;
    const next = after[at] ?? 0;
    after[previous] = next;
    before[next] = previous;
    for (const neighbour of [previous, next]) {
      const changed = areaAt(neighbour);
      areas[neighbour] = changed;
      queue.push({ at: neighbour, area: changed });
    }
  }
  const kept = points.filter((_, at) => !gone.has(at));
  return [...kept, ...kept.slice(0, 1)];
}

function triangleArea(a: Point | undefined, b: Point | undefined, c: Point | undefined): number {
  if (a === undefined || b === undefined || c === undefined) throw new RangeError('a corner outside of the ring');
  return Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1]));
}
