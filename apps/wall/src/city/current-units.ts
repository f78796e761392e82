import type { CityView, Unit } from '@flagtower/contracts';

/** Units that are valid now: codes were re-used, so an ended unit must not lend its name. */
export function currentUnits(city: CityView | null): ReadonlyMap<string, Unit> {
  return new Map((city?.units ?? []).filter(({ validTo }) => validTo === null).map((unit) => [unit.code, unit]));
}
