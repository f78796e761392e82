import type { Point, Unit } from '@flagtower/contracts';
import { Delaunay } from 'd3-delaunay';
import type { Feature, FeatureCollection, Polygon } from 'geojson';

import { circle, clipConvex, type Vertex } from './convex-clip.ts';
import { kmPlane, type KmPlane } from './km-plane.ts';

export interface CellProperties {
  code: string;
  name: string;
}

/**
 * How much larger than the official area the circle is that cuts a cell. A round cell of the very area leaves gaps, and
 * without a circle the cells at the rim would reach to the edge of the paper.
 */
const circleOfArea = 1.69;

/** Beyond the outermost points and the map's center, in km: far enough that the frame never cuts a circle. */
const marginKm = 30;

/**
 * Schematic cells for a map that shows no borders: the part of the plane nearest to a unit's official point, cut by a
 * circle around it. A unit without a point or an area is left out: there is nothing to draw it from.
 * @param center of the map; distances are true near it
 */
export function unitCells(units: readonly Unit[], center: Point): FeatureCollection<Polygon, CellProperties> {
  const plane = kmPlane(center);
  const placed: PlacedUnit[] = units.flatMap(({ code, names, point, areaKm2 }) =>
    point === null || areaKm2 === null ? [] : [{ code, name: names.vi, at: plane.toKm(point), areaKm2 }],
  );
  const nearest = Delaunay.from(
    placed,
    ({ at: [x] }) => x,
    ({ at: [, y] }) => y,
  ).voronoi(frameOf(placed.map(({ at }) => at)));
  return {
    type: 'FeatureCollection',
    // Of two units at one very point only the first has a cell.
    features: [...nearest.cellPolygons()].flatMap((polygon) => {
      const unit = placed[polygon.index];
      return unit === undefined ? [] : [feature(unit, openRing(polygon), plane)];
    }),
  };
}

interface PlacedUnit extends CellProperties {
  at: Vertex;
  areaKm2: number;
}

function feature(
  { code, name, at, areaKm2 }: PlacedUnit,
  nearest: readonly Vertex[],
  plane: KmPlane,
): Feature<Polygon, CellProperties> {
  const ring = clipConvex(circle(at, circleOfArea * areaKm2), nearest).map(plane.toPoint);
  return {
    type: 'Feature',
    properties: { code, name },
    geometry: { type: 'Polygon', coordinates: [closeRing(ring)] },
  };
}

function frameOf(points: readonly Vertex[]): [number, number, number, number] {
  const eastings = points.map(([x]) => x);
  const northings = points.map(([, y]) => y);
  return [
    Math.min(0, ...eastings) - marginKm,
    Math.min(0, ...northings) - marginKm,
    Math.max(0, ...eastings) + marginKm,
    Math.max(0, ...northings) + marginKm,
  ];
}

/** d3 closes its rings and turns them clockwise on a plane whose y points north; we want neither. */
function openRing(ring: Iterable<readonly number[]>): Vertex[] {
  const vertices = [...ring].slice(1).map(([x = 0, y = 0]): Vertex => [x, y]);
  return signedArea(vertices) < 0 ? vertices.toReversed() : vertices;
}

function signedArea(ring: readonly Vertex[]): number {
  return ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
}

/** GeoJSON repeats the first position at the end. Six decimals are a tenth of a metre. */
function closeRing(ring: readonly Point[]): Point[] {
  const rounded = ring.map(([x, y]): Point => [Math.round(x * 1e6) / 1e6, Math.round(y * 1e6) / 1e6]);
  return [...rounded, ...rounded.slice(0, 1)];
}
