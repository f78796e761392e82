import { chanceOf } from '../chance/chance.ts';
import { between, draw, weighted } from '../chance/draw.ts';
import type { CityModel, Place } from '../city-model.ts';

/** Where something is measured. */
export interface MeasuringSpot {
  readonly id: string;
  readonly point: readonly [number, number];
  /** What sets it apart from its neighbours for good, in [-1, 1). */
  readonly lean: number;
}

const scatterDegrees = 0.012;

/** Invented spots near places that exist, most of them where most people live; none where no place has a known point. */
export function measuringSpots(
  city: CityModel,
  places: readonly Place[],
  { prefix, count }: { readonly prefix: string; readonly count: number },
): readonly MeasuringSpot[] {
  const placed = places.flatMap(({ point, population }) => (point === null ? [] : [{ point, population }]));
  if (placed.length === 0) return [];
  const byPeople = weighted(placed, ({ population }) => population);
  return Array.from({ length: count }, (_, index) => {
    const id = `SIM-${prefix}-${String(index + 1).padStart(2, '0')}`;
    const chance = chanceOf(city.seed, 'spot', id);
    const { point } = draw(chance, byPeople);
    const near = (degrees: number): number =>
      Math.round((degrees + between(chance, -scatterDegrees, scatterDegrees)) * 1e5) / 1e5;
    return { id, point: [near(point[0]), near(point[1])], lean: between(chance, -1, 1) };
  });
}
