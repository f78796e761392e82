import type { CityView, FeedEntity, Freshness, IncidentCell, MapLayer } from '@flagtower/contracts';

import { ledgerDay } from '../cells/ledger-day.ts';
import { bestFreshness } from '../freshness/best-freshness.ts';
import type { Level } from '../look/level.ts';
import { bandsOn, type ReadingsLayer } from './layer-bands.ts';
import { incidentPoints, isToldBy, readingPoints } from './layer-points.ts';
import type { LayerReader, Told } from './live-points.ts';
import type { MapPoint } from './map-point.ts';

/**
 * How each layer of a center reads its topic.
 * @param unitPoints the points of layers by unit, which are asked for over HTTP; the newest at each call
 * @param incidentLevel how a control room takes an incident
 */
export function layerReaders(
  city: Pick<CityView, 'airQuality' | 'zone'>,
  layers: readonly MapLayer[],
  {
    center,
    unitPoints,
    incidentLevel,
  }: {
    readonly center: string;
    readonly unitPoints: (layer: string) => readonly MapPoint[] | null;
    readonly incidentLevel: (incident: IncidentCell) => Level;
  },
): LayerReader[] {
  return layers.map((layer): LayerReader => {
    const { tells } = layer;
    if (tells.kind === 'readings') return readingsReader(city, layer, tells);
    if (tells.kind === 'notices')
      return {
        layer,
        topic: 'notices',
        // Their areas are drawn with the city's; here they are only counted.
        read: (told) => ({
          points: [],
          tally: tallyOf(
            told,
            count(told.notices(), (one) => isToldBy(tells, one)),
          ),
        }),
      };
    if (tells.kind === 'incidents')
      return {
        layer,
        topic: 'incidents',
        read: (told) => {
          const points = incidentPoints(
            layer,
            told.incidents().filter(([, incident]) => incident.center === center),
            incidentLevel,
          );
          return { points, tally: tallyOf(told, points.length) };
        },
      };
    return {
      layer,
      topic: 'sources',
      read: () => {
        const points = unitPoints(layer.id);
        const drawn = points?.length ?? 0;
        return { points: points ?? [], tally: { drawn, told: drawn, isKnown: points !== null, freshness: null } };
      },
    };
  });
}

function readingsReader(
  { airQuality, zone }: Pick<CityView, 'airQuality' | 'zone'>,
  layer: MapLayer,
  tells: ReadingsLayer,
): LayerReader {
  return {
    layer,
    topic: `feed/${tells.feed}`,
    read: (told, nowMs) => {
      const entities = told.entities().filter((entity) => tells.metric in entity.metrics && entity.point !== null);
      const bands = bandsOn(tells, airQuality, nowMs === null ? null : ledgerDay(nowMs, zone));
      const points = readingPoints(layer, { tells, bands }, entities, nowMs);
      const drawn = points.length;
      const freshness = freshestOf(entities);
      return { points, tally: { drawn, told: entities.length, isKnown: told.isKnown, freshness } };
    },
  };
}

function freshestOf(entities: readonly FeedEntity[]): Freshness | null {
  return bestFreshness(entities.map(({ freshness }) => freshness));
}

function count<T>(all: readonly (readonly [string, T])[], isOne: (one: T) => boolean): number {
  return all.filter(([, one]) => isOne(one)).length;
}

function tallyOf({ isKnown }: Told, drawn: number): ReturnType<LayerReader['read']>['tally'] {
  return { drawn, told: drawn, isKnown, freshness: null };
}
