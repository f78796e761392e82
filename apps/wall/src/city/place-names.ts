import type { Language } from '@flagtower/charts';
import type { CityView, Point } from '@flagtower/contracts';
import { geographyOf, unitOfPlace } from '@flagtower/domain';

/**
 * Names the unit that a place is counted in: the one whose office is nearest, as the city's data has no borders. Made once for a city:
 * it looks at all offices.
 */
export function placeNames(city: CityView, language: Language): (point: Point) => string | null {
  // Where units came from is of no matter to where a place is today.
  const geography = geographyOf({ ...city, successions: [] });
  const nameOf = new Map(city.units.map(({ code, validFrom, names }) => [`${code}@${validFrom}`, names[language]]));
  return (point) => {
    const key = unitOfPlace(geography, point);
    return key === null ? null : (nameOf.get(key) ?? null);
  };
}
