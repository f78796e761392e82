import type { Language } from '@flagtower/charts';
import type { CityView, Point } from '@flagtower/contracts';
import { geographyOf, unitOfPlace } from '@flagtower/domain';

const held = new WeakMap<CityView, Map<Language, (point: Point) => string | null>>();

/** `placeNames` of a city, made when it is first asked for. */
export function unitNames(city: CityView, language: Language): (point: Point) => string | null {
  const byLanguage = held.get(city) ?? new Map<Language, (point: Point) => string | null>();
  held.set(city, byLanguage);
  const names = byLanguage.get(language) ?? placeNames(city, language);
  byLanguage.set(language, names);
  return names;
}

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
