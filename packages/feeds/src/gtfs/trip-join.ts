import type { CatalogueItem } from '@flagtower/contracts';

/**
 * Which of the trips that were observed are in the timetable. Replacement and added trips are not, and that is no error;
 * many unknown trips mean that feed and timetable are of two editions.
 * @param observed trip ids, see `tripIdOf`; each is counted once
 */
export function joinTrips(
  observed: Iterable<string>,
  catalogue: Iterable<Pick<CatalogueItem, 'itemType' | 'code'>>,
): { found: string[]; unknown: string[] } {
  const known = new Set<string>();
  for (const { itemType, code } of catalogue) if (itemType === 'trip') known.add(code);
  const ids = [...new Set(observed)];
  return { found: ids.filter((id) => known.has(id)), unknown: ids.filter((id) => !known.has(id)) };
}
