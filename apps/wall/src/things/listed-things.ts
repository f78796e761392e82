import type { Language } from '@flagtower/charts';
import type { CityView, FeedEntity, Point } from '@flagtower/contracts';

import { metricName, readingText } from '../words/metric-words.ts';
import { plainText } from '../words/plain-text.ts';

/** A measured thing as the list of a center shows it. */
export interface ListedThing {
  readonly feed: string;
  readonly entity: FeedEntity;
  readonly name: string;
  readonly kind: string;
  /** Name of the unit that its place is counted in; `null`: it told no place. */
  readonly unit: string | null;
  /** It told a place that is in no unit. */
  readonly isOutside: boolean;
  /** Its metrics with their values, in words. */
  readonly values: string;
}

export const thingColumns = ['name', 'kind', 'unit', 'at', 'state'] as const;
export type ThingColumn = (typeof thingColumns)[number];

/** @param feeds the things of each feed, in the order in which kinds are listed */
export function listedThings(
  { measuredFeeds }: Pick<CityView, 'measuredFeeds'>,
  placeName: (point: Point) => string | null,
  feeds: readonly { readonly feed: string; readonly entities: readonly FeedEntity[] }[],
  language: Language,
): ListedThing[] {
  return feeds.flatMap(({ feed, entities }) => {
    const known = measuredFeeds.find((one) => one.feed === feed);
    return entities.map((entity): ListedThing => {
      const unit = entity.point === null ? null : placeName(entity.point);
      return {
        feed,
        entity,
        name: known?.names[entity.entity]?.[language] ?? entity.entity,
        kind: known?.thing[language] ?? feed,
        unit,
        isOutside: entity.point !== null && unit === null,
        values: Object.entries(entity.metrics)
          .map(([metric, told]) => `${metricName(metric, language)}: ${readingText(metric, told, language)}`)
          .join(' · '),
      };
    });
  });
}

/** Behind all letters. */
const LAST = '\u{10FFFF}';
const stateOrder = ['lost', 'stale', 'late', 'none', 'live'] as const;

/** Those that fit what somebody typed, whatever its marks; in the order of a column, then of their names. */
export function thingsInOrder(
  things: readonly ListedThing[],
  { q, sort, kind }: { readonly q: string; readonly sort: ThingColumn; readonly kind: string },
  stateOf: (thing: ListedThing) => FeedEntity['freshness']['state'],
  language: Language,
): ListedThing[] {
  const wanted = plainText(q).split(' ');
  const fits = ({ name, entity, unit, kind: own }: ListedThing): boolean => {
    const text = plainText([name, entity.entity, entity.group ?? '', unit ?? '', own].join(' '));
    return wanted.every((word) => text.includes(word));
  };
  const { compare } = new Intl.Collator(language, { numeric: true });
  const byColumn: Readonly<Record<ThingColumn, (one: ListedThing, other: ListedThing) => number>> = {
    name: () => 0,
    kind: (one, other) => compare(one.kind, other.kind),
    // What has no place comes last.
    unit: (one, other) => compare(one.unit ?? LAST, other.unit ?? LAST),
    at: (one, other) => compare(other.entity.occurredAt, one.entity.occurredAt),
    state: (one, other) => stateOrder.indexOf(stateOf(one)) - stateOrder.indexOf(stateOf(other)),
  };
  return things
    .filter((thing) => (kind === '' || thing.feed === kind) && fits(thing))
    .toSorted((one, other) => byColumn[sort](one, other) || compare(one.name, other.name));
}
