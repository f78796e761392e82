import type { AirBand, AirScale, FeedEntity } from '@flagtower/contracts';
import { airBandOf } from '@flagtower/domain';

export interface StationRow {
  readonly station: FeedEntity;
  /** `null`: absent, by the station's own word. */
  readonly index: number | null;
  /** `null`: no index, or one beyond the scale. */
  readonly band: AirBand | null;
}

/** Stations by their index, the worst air first and those without an index last. Things of the feed that have no such metric are left out. */
export function stationRows(stations: readonly FeedEntity[], metric: string, scale: AirScale): StationRow[] {
  return stations
    .flatMap((station): StationRow[] => {
      const told = station.metrics[metric];
      if (told === undefined) return [];
      return [{ station, index: told.value, band: told.value === null ? null : airBandOf(scale, told.value) }];
    })
    .toSorted((one, other) => (other.index ?? -1) - (one.index ?? -1));
}

/** How many stations stand in each band of the scale. */
export function stationsByBand(rows: readonly StationRow[], { bands }: AirScale): { band: AirBand; count: number }[] {
  return bands.map((band) => ({ band, count: rows.filter((row) => row.band === band).length }));
}
