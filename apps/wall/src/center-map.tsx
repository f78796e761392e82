import type { Center, CityView, Freshness, KpiDefinition, MapLayer } from '@flagtower/contracts';
import { useMemo, useRef, useState, useSyncExternalStore, type ReactNode } from 'react';

import { knownOf } from './cells/cell.ts';
import { ledgerDay } from './cells/ledger-day.ts';
import { useKpis } from './cells/use-cells.ts';
import { MapPopup } from './center-map-popup.tsx';
import { centerWords } from './centers/center-words.ts';
import { currentUnits } from './city/current-units.ts';
import { ExportMenu } from './exporting/export-menu.tsx';
import { incidentLevel } from './incidents/incident-text.ts';
import { Panel } from './look/panel.tsx';
import { bandsOn } from './map-layers/layer-bands.ts';
import { LayerList } from './map-layers/layer-list.tsx';
import { isToldBy } from './map-layers/layer-points.ts';
import { layerReaders } from './map-layers/layer-readers.ts';
import { useShownLayers } from './map-layers/layer-search.ts';
import { layerWords } from './map-layers/layer-words.ts';
import type { LayersOnMap, Pressed } from './map-layers/layers-on-map.ts';
import { livePoints, type LivePoints } from './map-layers/live-points.ts';
import type { MapPoint } from './map-layers/map-point.ts';
import { thingsPath } from './navigation/center-path.ts';
import { pageHref } from './navigation/page-href.ts';
import { PageLink } from './navigation/page-link.tsx';
import { noticeLevel } from './notices/notice-level.ts';
import { overdueLevel } from './ranking/overdue-level.ts';
import { useStream } from './stream/stream-context.ts';
import { useLedgerNow } from './stream/use-server-clock.ts';
import { UnitMap } from './unit-map/unit-map.tsx';
import { useUnitPoints } from './use-unit-points.ts';
import { useWords } from './words/language.tsx';

/** Stands for "no feed": all that moves is a layer. */
const NO_FEED = 'none';
/** Bands of an index change with the day. */
const LOOK_AGAIN_MS = 60_000;

/** The layers of a center; none: it has nothing that is anywhere, and no map. */
export function layersOf({ mapLayers }: CityView, center: string): MapLayer[] {
  return mapLayers.filter(({ centers }) => centers.includes(center));
}

/** What a center knows of that is somewhere, in layers that can be chosen, on the city's cells. */
export function CenterMap({ city, center }: { readonly city: CityView; readonly center: Center }): ReactNode {
  const { locale } = useWords();
  const words = centerWords[locale];
  const layers = useMemo(() => layersOf(city, center.id), [city, center.id]);
  const { shown, turn } = useShownLayers(layers);
  const units = useMemo(() => currentUnits(city), [city]);
  const unitPoints = useUnitPoints(city, layers);
  const live = useLivePoints(city, center.id, { layers, shown, pointsOf: unitPoints.pointsOf });
  const [pressed, setPressed] = useState<Pressed | null>(null);
  const onMap = useMemo(
    (): LayersOnMap => ({
      live,
      hasNotice: (notice) => layers.some(({ id, tells }) => shown.has(id) && isToldBy(tells, notice)),
      onPress: setPressed,
    }),
    [live, layers, shown],
  );
  const frame = useRef<HTMLDivElement>(null);
  return (
    <Panel
      area="map"
      name={words.map}
      title={words.map}
      measured={words.mapMeasured}
      menu={
        <ExportMenu
          title={words.map}
          view={(stamp) => ({
            ...stamp(null, null, []),
            name: 'map',
            title: words.map,
            unit: '',
            columns: [
              { name: words.mapColumns.layer, kind: 'text' },
              { name: words.mapColumns.thing, kind: 'text' },
              { name: words.mapColumns.lon, kind: 'number', digits: 5 },
              { name: words.mapColumns.lat, kind: 'number', digits: 5 },
            ],
            rows: live.points().map((point) => rowOf(point, layers, locale)),
          })}
        />
      }
    >
      <div className="layered-panel">
        <Layers city={city} center={center} layers={layers} shown={shown} live={live} onTurn={turn} />
        <div className="layers-frame" ref={frame}>
          <UnitMap
            city={city}
            units={units}
            unitLevel={overdueLevel}
            noticeLevel={noticeLevel}
            vehicleFeed={NO_FEED}
            isGround
            layers={onMap}
          />
          {pressed === null ? null : (
            <MapPopup
              key={`${String(pressed.x)} ${String(pressed.y)}`}
              city={city}
              center={center.id}
              layers={layers}
              pressed={inFrame(pressed, frame.current)}
              valueOf={unitPoints.valueOf}
              onClose={() => setPressed(null)}
            />
          )}
        </div>
      </div>
    </Panel>
  );
}

/** The list beside the map: it follows the tallies, which seldom change, and not the things. */
function Layers({
  city,
  center,
  layers,
  shown,
  live,
  onTurn,
}: {
  readonly city: CityView;
  readonly center: Center;
  readonly layers: readonly MapLayer[];
  readonly shown: ReadonlySet<string>;
  readonly live: LivePoints;
  readonly onTurn: (layer: string, isShown: boolean) => void;
}): ReactNode {
  const { locale } = useWords();
  const tallies = useSyncExternalStore(live.watch, live.tallies);
  const kpis = useKpis(city.root);
  const nowMs = useLedgerNow(LOOK_AGAIN_MS);
  const day = nowMs === null ? null : ledgerDay(nowMs, city.zone);
  const fallbackOf = (layer: MapLayer): Freshness | null => {
    const kpi = city.kpis.find((definition) => speaksOf(definition, layer));
    return kpi === undefined ? null : (knownOf(kpis.cell(kpi.id, 'now'))?.freshness ?? null);
  };
  return (
    <LayerList
      layers={layers.map((layer) => ({
        layer,
        bands: layer.tells.kind === 'readings' ? bandsOn(layer.tells, city.airQuality, day) : [],
        tally: tallies.get(layer.id),
        fallback: fallbackOf(layer),
      }))}
      shown={shown}
      zone={city.zone}
      onTurn={onTurn}
    >
      <p className="layers-as-list">
        <PageLink href={pageHref(thingsPath(center.id), {}, location.search)}>{layerWords[locale].asList}</PageLink>
      </p>
    </LayerList>
  );
}

/** A figure made of what a layer draws: it is as fresh as the layer's sources, also when no thing tells anything. */
function speaksOf({ formula, live, id }: KpiDefinition, { tells }: MapLayer): boolean {
  if (!live) return false;
  if (tells.kind === 'readings') return formula.kind === 'observation' && formula.feed === tells.feed;
  if (tells.kind === 'units') return id === tells.kpi;
  return (
    tells.kind === 'notices' &&
    formula.kind === 'notices' &&
    tells.noticeTypes.some((noticeType) => noticeType === formula.noticeType)
  );
}

function useLivePoints(
  city: CityView,
  center: string,
  {
    layers,
    shown,
    pointsOf,
  }: {
    readonly layers: readonly MapLayer[];
    readonly shown: ReadonlySet<string>;
    readonly pointsOf: (layer: string) => readonly MapPoint[] | null;
  },
): LivePoints {
  const stream = useStream();
  return useMemo(
    () => livePoints(stream, layerReaders(city, layers, { center, unitPoints: pointsOf, incidentLevel }), shown),
    [stream, city, center, layers, pointsOf, shown],
  );
}

function inFrame(
  pressed: Pressed,
  frame: HTMLElement | null,
): Pressed & { readonly frame: { readonly width: number; readonly height: number } } {
  const { left = 0, top = 0, width = 0, height = 0 } = frame?.getBoundingClientRect() ?? {};
  return { ...pressed, x: pressed.x - left, y: pressed.y - top, frame: { width, height } };
}

function rowOf({ layer, key, at }: MapPoint, layers: readonly MapLayer[], locale: 'vi' | 'en'): (string | number)[] {
  return [layers.find(({ id }) => id === layer)?.names[locale] ?? layer, key, at[0], at[1]];
}
