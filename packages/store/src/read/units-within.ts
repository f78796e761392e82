import type { City } from '@flagtower/contracts';

/**
 * The codes whose entries belong to a unit: itself and all below it.
 * @param unit `null` or the city's root: everything, also what was told without a unit
 * @returns `null` for everything
 */
export function unitsWithin(city: City, unit: string | null): string[] | null {
  if (unit === null || unit === city.root) return null;
  const within = [unit];
  for (const code of within)
    within.push(
      ...city.units
        .filter(({ parent }) => parent === code)
        .map((child) => child.code)
        .filter((child) => !within.includes(child)),
    );
  return within;
}
