import type { FeedEntity } from '@flagtower/contracts';
import { freshnessStamps } from '@flagtower/domain';
import { freshnessOf, instantOf, type LatestValue, type Source } from '@flagtower/store';

/** A thing that has told nothing for this long is not on the map any more. */
export const shownForMs = 15 * 60_000;

/**
 * Topic `feed/{feedId}`: the things that told where they are.
 * @param at the ledger's time
 */
export function feedEntities(
  latest: Iterable<LatestValue>,
  feed: string,
  at: number,
  sources: ReadonlyMap<string, Source>,
): Map<string, FeedEntity> {
  const byEntity = Map.groupBy(
    [...latest].filter((value) => value.feed === feed && value.occurredAt > at - shownForMs),
    ({ entity }) => entity,
  );
  const entities = new Map<string, FeedEntity>();
  for (const [entity, values] of byEntity) {
    const placed = values.find(({ point }) => point !== null);
    if (placed === undefined) continue;
    const cadence = sources.get(placed.source)?.config.cadence ?? { everySeconds: 60 };
    entities.set(entity, {
      entity,
      group: placed.group,
      point: placed.point,
      bearing: placed.bearing,
      metrics: Object.fromEntries(
        values.map(({ metric, value, absent, unitOfMeasure }) => [metric, { value, absent, unitOfMeasure }]),
      ),
      occurredAt: instantOf(placed.occurredAt),
      freshness: freshnessOf(freshnessStamps(placed.occurredAt, cadence), at, cadence.everySeconds),
    });
  }
  return entities;
}
