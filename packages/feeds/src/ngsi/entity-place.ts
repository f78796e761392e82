import { pointSchema, type Notice, type Point } from '@flagtower/contracts';
import { z } from 'zod';

import { countIn, type Tally } from '../tally.ts';
import type { Entity } from './entity.ts';

const shapeSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Point'), coordinates: pointSchema }),
  z.object({ type: z.literal('LineString'), coordinates: z.array(pointSchema).min(2).max(500) }),
  z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(pointSchema).min(4).max(500)).min(1).max(50) }),
]);
type Shape = z.infer<typeof shapeSchema>;

/** `location` as GeoJSON; (0, 0) stands for a place that is held back, and what lies off the globe for none. */
function shapeOf(entity: Entity, tally: Tally): Shape | null {
  const told = entity.attributes.get('location')?.value;
  if (told === undefined) return null;
  const shape = shapeSchema.safeParse(told);
  if (!shape.success) {
    countIn(tally, 'shape-not-readable');
    return null;
  }
  if (shape.data.type !== 'Point' || shape.data.coordinates.some((degrees) => degrees !== 0)) return shape.data;
  countIn(tally, 'place-held-back');
  return null;
}

/** One point for a reading: the middle corner of a line, the first of a polygon. */
export function pointOf(entity: Entity, tally: Tally): Point | null {
  const shape = shapeOf(entity, tally);
  if (shape === null) return null;
  if (shape.type === 'Point') return shape.coordinates;
  if (shape.type === 'LineString') return shape.coordinates[Math.floor(shape.coordinates.length / 2)] ?? null;
  return shape.coordinates[0]?.[0] ?? null;
}

export function areasOf(entity: Entity, tally: Tally): Notice['areas'] {
  const shape = shapeOf(entity, tally);
  if (shape === null) return [];
  const area = { name: '', polygons: [], circles: [], geocodes: [] };
  if (shape.type === 'Point') return [{ ...area, circles: [{ center: shape.coordinates, radiusKm: 0 }] }];
  if (shape.type === 'LineString') return [{ ...area, lines: [shape.coordinates] }];
  // Only the outer ring: holes are not drawn.
  return [{ ...area, polygons: shape.coordinates.slice(0, 1) }];
}
