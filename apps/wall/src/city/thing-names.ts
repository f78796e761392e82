import type { Language } from '@flagtower/charts';
import type { CaseKind, CityView, KpiDefinition, MeasuredFeed } from '@flagtower/contracts';

/** How people call a thing that a figure is measured of; one that the city does not name goes by its id. */
export function feedThingName(
  { measuredFeeds }: CityView,
  { formula }: KpiDefinition,
  id: string,
  language: Language,
): string {
  const feed = formula.kind === 'observation' ? measuredFeeds.find((one) => one.feed === formula.feed) : undefined;
  return nameIn(feed, id, language);
}

/** How people call the sort of a case: an incident's severity, an item's topic. */
export function caseSortName(city: CityView, kind: CaseKind, code: string, language: Language): string {
  return nameIn(caseSorts(city, kind), code, language);
}

/** What cases of a kind are sorted by; `undefined`: by nothing that the city names. */
export function caseSorts({ measuredFeeds }: CityView, kind: CaseKind): MeasuredFeed | undefined {
  return measuredFeeds.find(({ caseKind }) => caseKind === kind);
}

function nameIn(feed: MeasuredFeed | undefined, code: string, language: Language): string {
  return feed?.names[code]?.[language] ?? code;
}
