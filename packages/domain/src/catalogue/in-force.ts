import type { CatalogueItem, UnitLevel } from '@flagtower/contracts';

/** Whether an item holds on a day for a level: it names the level, or none. @param level `null`: whichever */
export function isInForce(
  { validFrom, validTo, competence }: Pick<CatalogueItem, 'validFrom' | 'validTo' | 'competence'>,
  { day, level }: { readonly day: string; readonly level: UnitLevel | null },
): boolean {
  const isOnDay = (validFrom ?? day) <= day && day <= (validTo ?? day);
  return isOnDay && (level === null || competence === undefined || competence.includes(level));
}
