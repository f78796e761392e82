import type { CityView, NoticeCell, RankedUnit, Unit } from '@flagtower/contracts';
import { useEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react';

import { knownCells, useFeed, useNotices, useRanking } from '../cells/use-cells.ts';
import { bestFreshness } from '../freshness/best-freshness.ts';
import { Fresh } from '../freshness/fresh.tsx';
import type { Level } from '../look/level.ts';
import { useLook } from '../look/theme.tsx';
import type { LayersOnMap } from '../map-layers/layers-on-map.ts';
import { useLedgerNow } from '../stream/use-server-clock.ts';
import { useWords } from '../words/language.tsx';
import { CityMap, type MapPicture } from './city-map.tsx';
import { useMapCells } from './map-cells.ts';
import { mapWords } from './map-words.ts';
import { noticeShapes } from './notice-shapes.ts';
import type { CellCollection } from './unit-feature.ts';
import { unitFeatures } from './unit-feature.ts';
import { fleetOf } from './vehicles.ts';

import './unit-map.css';

interface UnitMapProps {
  readonly city: CityView;
  /** Units that are valid now, by code. */
  readonly units: ReadonlyMap<string, Unit>;
  /** Which units get an outline: the same rule as in the ranking. */
  readonly unitLevel: (unit: RankedUnit) => Level;
  readonly noticeLevel: (notice: NoticeCell) => Level;
  /** The feed whose things move on the map. */
  readonly vehicleFeed: string;
  readonly picture?: MapPicture;
  /** Cells are only the ground for what stands on them. */
  readonly isGround?: boolean;
  /** What lies on the map and can be pressed; with layers only the notices that they tell of are drawn. */
  readonly layers?: LayersOnMap | null;
}

/** The city as schematic cells: how much came in per head today, who is behind, what is going on, and where the buses are. */
export function UnitMap(props: UnitMapProps): ReactNode {
  const { locale } = useWords();
  const frame = useRef<HTMLDivElement>(null);
  const size = useSize(frame);
  const cells = useMapCells();
  return (
    <div className="unit-map" ref={frame}>
      {cells === null ? <p className="label map-missing">{mapWords[locale].noMap}</p> : null}
      {cells === null || size === null ? null : <KnownMap {...props} cells={cells} size={size} />}
    </div>
  );
}

/** How often ages on the map are looked at; its marks say minutes, not seconds. */
const LOOK_AGAIN_MS = 5000;
/** The feed whose things are called buses. */
const BUSES = 'bus';

function KnownMap({
  city,
  units,
  unitLevel,
  noticeLevel,
  vehicleFeed,
  picture,
  isGround = false,
  layers = null,
  cells,
  size,
}: UnitMapProps & { readonly cells: CellCollection; readonly size: Size }): ReactNode {
  const { locale } = useWords();
  const nowMs = useLedgerNow(LOOK_AGAIN_MS);
  const ranking = useRanking(isGround ? null : 'units');
  const feed = useFeed(vehicleFeed);
  const told = useNotices();
  // The ground has no ages, and is not drawn anew for a clock.
  const agesAt = isGround ? null : nowMs;
  const ranked = useMemo(() => new Map(knownCells(ranking.all)), [ranking.all]);
  const features = useMemo(
    () => unitFeatures(cells, { units, ranked, levelOf: unitLevel, language: locale, nowMs: agesAt, isGround }),
    [cells, units, ranked, unitLevel, locale, agesAt, isGround],
  );
  const notices = useMemo(
    () => noticeShapes(new Map(drawnNotices(told.all, layers)), cells, noticeLevel),
    [told.all, layers, cells, noticeLevel],
  );
  const fleet = useMemo(
    () =>
      fleetOf(
        knownCells(feed.all).map(([, entity]) => entity),
        nowMs,
      ),
    [feed.all, nowMs],
  );
  const { palette } = useLook();
  const freshness = bestFreshness([...ranked.values()].map((unit) => unit.freshness));
  const map = (
    <CityMap
      city={city}
      cells={cells}
      size={size}
      palette={palette}
      features={features}
      notices={notices}
      fleet={fleet}
      hasVehicles={feed.cut !== null && feed.all.size > 0}
      ranked={ranked}
      picture={picture}
      isGround={isGround}
      isFleet={vehicleFeed === BUSES}
      layers={layers}
    />
  );
  return freshness === null || isGround ? map : <Fresh freshness={freshness}>{map}</Fresh>;
}

function drawnNotices(
  all: Parameters<typeof knownCells<NoticeCell>>[0],
  layers: LayersOnMap | null,
): [string, NoticeCell][] {
  return knownCells(all).filter(([, notice]) => layers === null || layers.hasNotice(notice));
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

function useSize(element: RefObject<HTMLElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useEffect(() => {
    if (element.current === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined) return;
      const { width, height } = entry.contentRect;
      setSize(width < 50 || height < 50 ? null : { width, height });
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
