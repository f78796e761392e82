import { unitLevelSchema, type CatalogueItem, type UnitLevel } from '@flagtower/contracts';

/**
 * A catalogue by the levels that handle its procedures, from the city down; a procedure that several levels handle is in each of
 * them. `null`: items that do not say, which count at every level elsewhere.
 * @returns only levels that some item names
 */
export function byCompetence(items: readonly CatalogueItem[]): Map<UnitLevel | null, CatalogueItem[]> {
  const levels = new Map<UnitLevel | null, CatalogueItem[]>();
  for (const level of [...unitLevelSchema.options, null]) {
    const own = items.filter(({ competence }) =>
      level === null ? competence === undefined : competence?.includes(level) === true,
    );
    if (own.length > 0) levels.set(level, own);
  }
  return levels;
}
