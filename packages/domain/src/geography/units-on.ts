import type { City, Unit } from '@flagtower/contracts';

/** Whether a unit is valid on a day; its last day is included. */
export function isValidOn({ validFrom, validTo }: Unit, day: string): boolean {
  return validFrom <= day && (validTo === null || day <= validTo);
}

/** The units that are valid on a day; `parent`: only those right below that unit. */
export function unitsOn(city: Pick<City, 'units'>, day: string, parent?: string): Unit[] {
  return city.units.filter((unit) => (parent === undefined || unit.parent === parent) && isValidOn(unit, day));
}
