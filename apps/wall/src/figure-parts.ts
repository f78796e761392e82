import type { Center, CityView, KpiDefinition } from '@flagtower/contracts';

import { caseSorts } from './city/thing-names.ts';
import { figurePath } from './navigation/center-path.ts';
import { pageHref } from './navigation/page-href.ts';
import { cutOfSearch, type ThingsBreakdown, type ThingsSearch } from './things/things-search.ts';
import { thingsWords } from './things/things-words.ts';

/** Made of readings, notices, the catalogue or cases that the city sorts, so that there is something behind it to be listed. */
export function hasParts(city: CityView, { formula, caseKind }: KpiDefinition): boolean {
  const { kind } = formula;
  if (kind === 'observation' || kind === 'notices' || kind === 'catalogue') return true;
  return isCounted(formula) && caseSorts(city, caseKind) !== undefined;
}

export function isCounted({ kind }: KpiDefinition['formula']): boolean {
  return kind === 'flow' || kind === 'state' || kind === 'share' || kind === 'handling-time';
}

/** What the address asks for, or else the first breakdown that the figure has. */
export function breakdownOf(definition: KpiDefinition | undefined, by: ThingsSearch['by']): ThingsBreakdown {
  const possible = breakdownsOf(definition);
  return possible.find((one) => one === by) ?? possible[0];
}

export function breakdownsOf(definition: KpiDefinition | undefined): readonly [ThingsBreakdown, ...ThingsBreakdown[]] {
  if (definition?.formula.kind === 'catalogue') return ['level', 'unit'];
  return definition !== undefined && isCounted(definition.formula)
    ? ['procedure', 'unit']
    : ['entity', 'unit', 'group'];
}

/** What the address asks for, with a breakdown that the figure has. */
type Search = ThingsSearch & { readonly by: ThingsBreakdown };

/** A figure, and how its parts are asked for. */
export interface ListProps {
  readonly city: CityView;
  readonly center: Center;
  readonly definition: KpiDefinition;
  readonly search: Search;
}

/** What a row can be. */
export function headsOf(
  { city, definition: { formula, caseKind } }: ListProps,
  locale: 'vi' | 'en',
): Record<ThingsBreakdown, string | null> {
  const words = thingsWords[locale];
  const none = { entity: null, unit: words.byUnit, group: null, level: null, procedure: null };
  if (formula.kind === 'catalogue') return { ...none, level: words.byLevel };
  if (isCounted(formula)) return { ...none, procedure: caseSorts(city, caseKind)?.thing[locale] ?? null };
  if (formula.kind !== 'observation') return { ...none, entity: words.notice, group: words.bySeverity };
  const feed = city.measuredFeeds.find((one) => one.feed === formula.feed);
  return { ...none, entity: feed?.thing[locale] ?? words.thing, group: feed?.group?.[locale] ?? null };
}

/** The address of the list that is asked for. */
export function listHref(center: string, kpi: string, search: Search): string {
  const { by, page, from, unit } = search;
  const words = {
    by: by === 'entity' || by === 'level' || by === 'procedure' ? undefined : by,
    page: page === 0 ? undefined : String(page),
    from,
    unit,
  };
  return pageHref(figurePath(center, kpi), { ...words, ...cutOfSearch(search) }, location.search);
}
