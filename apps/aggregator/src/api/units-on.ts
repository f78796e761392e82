import type { City, Unit } from '@flagtower/contracts';

/** The units that are valid on a day. */
export function unitsOn(city: City, day: string): Unit[] {
  return city.units.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo));
}
