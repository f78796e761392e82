import type { FeedEntity } from '@flagtower/contracts';
import { freshnessOfSources, instantOf, type FreshnessClocks, type LatestValue, type Source } from '@flagtower/store';

/** Puts the latest values of each thing together. */
export function entitiesOf(
  values: readonly LatestValue[],
  sources: readonly Source[],
  clocks: FreshnessClocks,
): FeedEntity[] {
  return [...Map.groupBy(values, ({ entity }) => entity)].map(([entity, ofEntity]) => {
    const newest = ofEntity.reduce((latest, value) => (value.occurredAt > latest.occurredAt ? value : latest));
    const placed = ofEntity.filter(({ point }) => point !== null);
    const latestPlace = placed.reduce<LatestValue | null>(
      (latest, value) => (latest === null || value.occurredAt > latest.occurredAt ? value : latest),
      null,
    );
    const told = new Set(ofEntity.map(({ source }) => source));
    return {
      entity,
      group: newest.group,
      point: latestPlace?.point ?? null,
      bearing: latestPlace?.bearing ?? null,
      metrics: Object.fromEntries(
        ofEntity.map(({ metric, value, absent, unitOfMeasure }) => [metric, { value, absent, unitOfMeasure }]),
      ),
      occurredAt: instantOf(newest.occurredAt),
      freshness: freshnessOfSources(
        sources.filter(({ id }) => told.has(id)),
        clocks,
      ),
    };
  });
}
