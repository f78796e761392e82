import type { FeedEntity, IncidentCell, MapBand, MapLayer, NoticeCell } from '@flagtower/contracts';

import { stateNow } from '../freshness/freshness-now.ts';
import type { Level } from '../look/level.ts';
import { bandIndex, drawnValue, scaleOf, type ReadingsLayer } from './layer-bands.ts';
import type { MapPoint, PointLevel } from './map-point.ts';

type LayerLook = Pick<MapLayer, 'id' | 'shape'>;

/**
 * The things of a feed as points. What is lost is not drawn: a thing that told nothing for so long may be elsewhere.
 * @param nowMs the ledger's clock; `null`: not known, then the server's last word on freshness counts
 */
export function readingPoints(
  { id, shape }: LayerLook,
  { tells, bands }: { readonly tells: ReadingsLayer; readonly bands: readonly MapBand[] },
  entities: readonly FeedEntity[],
  nowMs: number | null,
): MapPoint[] {
  return entities.flatMap((entity): MapPoint[] => {
    const age = stateNow(entity.freshness, nowMs, false);
    if (entity.point === null || age === 'lost' || age === 'none') return [];
    const value = drawnValue(entity, tells);
    const band = value === null ? -1 : bandIndex(bands, value);
    const level: PointLevel = value === null && bands.length > 0 ? 'none' : (bands[band]?.level ?? 'normal');
    if (tells.onlyAbnormal && (level === 'normal' || level === 'none')) return [];
    return [{ layer: id, key: entity.entity, at: entity.point, shape, level, scale: scaleOf(bands, band), age }];
  });
}

/** An incident stands at each of its points; one that only has an area stands at a corner of it, one without either nowhere. */
export function incidentPoints(
  { id, shape }: LayerLook,
  incidents: readonly (readonly [string, IncidentCell])[],
  levelOf: (incident: IncidentCell) => Level,
): MapPoint[] {
  return incidents.flatMap(([key, incident]): MapPoint[] => {
    const level = levelOf(incident);
    const at = incident.place.points[0] ?? incident.place.rings[0]?.[0];
    if (at === undefined || level === 'none' || level === 'lost') return [];
    return [{ layer: id, key, at, shape, level, scale: 1.2, age: 'live' }];
  });
}

/** Whether a layer tells of a notice. */
export function isToldBy(tells: MapLayer['tells'], { noticeType }: Pick<NoticeCell, 'noticeType'>): boolean {
  return tells.kind === 'notices' && tells.noticeTypes.includes(noticeType);
}
