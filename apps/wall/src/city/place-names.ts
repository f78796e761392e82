import type { Language } from '@flagtower/charts';
import type { CityView, Point, Unit } from '@flagtower/contracts';
import { geographyOf, unitOfPlace } from '@flagtower/domain';

const finders = new WeakMap<CityView, (point: Point) => Unit | null>();

/**
 * Finds the unit that a place is counted in: the one whose office is nearest, as the city's data has no borders. Made once for a city:
 * it looks at all offices.
 */
export function unitFinder(city: CityView): (point: Point) => Unit | null {
  const held = finders.get(city);
  if (held !== undefined) return held;
  // Where units came from is of no matter to where a place is today.
  const geography = geographyOf({ ...city, successions: [] });
  const units = new Map(city.units.map((unit) => [`${unit.code}@${unit.validFrom}`, unit]));
  const find = (point: Point): Unit | null => {
    const key = unitOfPlace(geography, point);
    return key === null ? null : (units.get(key) ?? null);
  };
  finders.set(city, find);
  return find;
}

/** Names the unit that a place is counted in; `null`: it is outside all units. */
export function placeNames(city: CityView, language: Language): (point: Point) => string | null {
  const find = unitFinder(city);
  return (point) => find(point)?.names[language] ?? null;
}
