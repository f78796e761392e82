import type { FeedEntity } from '@flagtower/contracts';
import { lostAfterCadences, measuredStamps } from '@flagtower/domain';
import { freshnessOf, instantOf, type LatestValue, type Source } from '@flagtower/store';

const leastShownMs = 15 * 60_000;
/** As far back as the latest values of a feed are told over HTTP. */
export const mostShownMs = 24 * 3_600_000;

/** A thing that has told nothing for this long is not on the map any more: until it is lost, and no less than a quarter of an hour. */
export function shownForMs(source: Source | undefined): number {
  const everyMs = (source?.config.cadence?.everySeconds ?? 0) * 1000;
  return Math.min(mostShownMs, Math.max(leastShownMs, (lostAfterCadences + 1) * everyMs));
}

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
    [...latest].filter((value) => value.feed === feed && value.occurredAt > at - shownForMs(sources.get(value.source))),
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
      freshness: freshnessOf(measuredStamps(placed.occurredAt, cadence), at, cadence.everySeconds),
    });
  }
  return entities;
}
