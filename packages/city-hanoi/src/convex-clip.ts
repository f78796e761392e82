/** A place on a plane. */
export type Vertex = readonly [x: number, y: number];

/** A ring of 72 vertices, counter-clockwise, whose circumcircle has this area: it lies inside the circle. */
export function circle([x, y]: Vertex, area: number): Vertex[] {
  const radius = Math.sqrt(area / Math.PI);
  return Array.from({ length: 72 }, (_, step): Vertex => {
    const angle = (step / 72) * 2 * Math.PI;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
}

/**
 * What two convex polygons share (Sutherland–Hodgman). Rings are open and counter-clockwise.
 * @returns an open ring, empty where they share nothing
 */
export function clipConvex(subject: readonly Vertex[], clip: readonly Vertex[]): Vertex[] {
  return clip.reduce<Vertex[]>(
    (ring, from, index) => keepLeft(ring, from, clip[(index + 1) % clip.length] ?? from),
    [...subject],
  );
}

/** The part of a ring to the left of the line through two points. */
function keepLeft(ring: readonly Vertex[], from: Vertex, to: Vertex): Vertex[] {
  return ring.flatMap((vertex, index) => {
    const before = ring.at(index - 1) ?? vertex;
    const sideBefore = side(before, from, to);
    const sideHere = side(vertex, from, to);
    const crossing = sideBefore * sideHere < 0 ? [between(before, vertex, sideBefore / (sideBefore - sideHere))] : [];
    return sideHere >= 0 ? [...crossing, vertex] : crossing;
  });
}

/** Above 0 to the left of the line, below 0 to the right. */
function side([x, y]: Vertex, [fromX, fromY]: Vertex, [toX, toY]: Vertex): number {
  return (toX - fromX) * (y - fromY) - (toY - fromY) * (x - fromX);
}

function between([ax, ay]: Vertex, [bx, by]: Vertex, share: number): Vertex {
  return [ax + (bx - ax) * share, ay + (by - ay) * share];
}
