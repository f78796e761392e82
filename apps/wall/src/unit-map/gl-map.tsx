import type { Point } from '@flagtower/contracts';
import { GeoJSONSource, Map as MapLibre, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { useEffect, useRef, type ReactNode } from 'react';

import { glyphNames, glyphPicture } from '../map-layers/glyph-picture.ts';
import { pointFeatures, pressedAt, type LayersOnMap } from '../map-layers/layers-on-map.ts';
import type { MapPoint } from '../map-layers/map-point.ts';
import { mapFontFaces } from './font-faces.ts';
import { latestWins } from './latest-wins.ts';
import { sourceData, type MapContent } from './map-data.ts';
import { hatchPicture, markPicture, PICTURE_RATIO } from './map-images.ts';
import { zoomOf, type MapView } from './map-layout.ts';
import { fillColor, mapSources, mapStyle, pointSource, type MapLook } from './map-style.ts';
import type { OnPoint } from './svg-map.tsx';
import { toPoint } from './web-mercator.ts';

import 'maplibre-gl/dist/maplibre-gl.css';

interface GlMapProps {
  readonly view: MapView;
  readonly content: MapContent;
  readonly look: MapLook;
  readonly onPoint: OnPoint;
  /** Whether there is a picture; false also when the browser took the graphics context away. */
  readonly onShown: (isShown: boolean) => void;
  /** Things that lie on it and can be pressed; `null`: none. */
  readonly layers: LayersOnMap | null;
  /** Whether a hand moved the map away from the whole city. */
  readonly onMoved: (isMoved: boolean) => void;
}

/** A source takes new data at most this often; more often the eye sees nothing and the worker only queues. */
const SPACE_MS = 1000;

/** The map with WebGL. Without WebGL it never says that it is shown, and the map below it stays. */
export function GlMap(props: GlMapProps): ReactNode {
  const { view, content, look, layers } = props;
  const place = useRef<HTMLDivElement>(null);
  const drawn = useRef<DrawnMap | null>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  useEffect(() => {
    if (place.current === null) return undefined;
    const opened = openMap(place.current, latest);
    drawn.current = opened;
    return () => {
      drawn.current = null;
      opened?.close();
    };
    // Content, colours and place are handed on below; another palette is another `key`.
  }, []);
  useEffect(() => drawn.current?.show(content), [content]);
  useEffect(() => drawn.current?.paint(look), [look]);
  useEffect(() => drawn.current?.place(view), [view]);
  const live = layers?.live ?? null;
  useEffect(() => {
    if (live === null) return undefined;
    const show = (): void => drawn.current?.points(live.points());
    // Whoever watches second is not told what the first was.
    show();
    return live.watch(show);
  }, [live]);
  return <div className="gl-map" ref={place} />;
}

interface DrawnMap {
  readonly show: (content: MapContent) => void;
  readonly paint: (look: MapLook) => void;
  readonly place: (view: MapView) => void;
  readonly points: (points: readonly MapPoint[]) => void;
  readonly close: () => void;
}

/** `null`: this browser gives no graphics context. */
function openMap(container: HTMLElement, latest: { readonly current: GlMapProps }): DrawnMap | null {
  const map = createMap(container, latest.current);
  if (map === null) return null;
  let isLoaded = false;
  const feeds = new Map(mapSources.map((source) => [source, feedOf(map, source)]));
  const feedPoints = feedOf(map, pointSource);
  const points = (all: readonly MapPoint[]): void => {
    if (isLoaded) feedPoints(pointFeatures(all));
  };
  const show = (content: MapContent): void => {
    if (!isLoaded) return;
    const data = sourceData(content, latest.current.look.breaks);
    for (const [source, feed] of feeds) feed(data[source]);
  };
  map.on('style.load', () => {
    addPictures(map, latest.current.look);
    isLoaded = true;
    show(latest.current.content);
    points(latest.current.layers?.live.points() ?? []);
    map.once('idle', () => latest.current.onShown(true));
  });
  map.on('webglcontextlost', () => latest.current.onShown(false));
  map.on('webglcontextrestored', () => map.once('idle', () => latest.current.onShown(true)));
  listenToHands(map, latest);
  listenToPresses(map, latest);
  return {
    show,
    points,
    paint: (look) => {
      if (!isLoaded) return;
      map.setPaintProperty('unit-fill', 'fill-color', fillColor(look));
      show(latest.current.content);
    },
    place: (view) => {
      map.resize();
      map.jumpTo(cameraOf(view));
      latest.current.onMoved(false);
    },
    close: () => {
      isLoaded = false;
      latest.current.onShown(false);
      map.remove();
    },
  };
}

function createMap(container: HTMLElement, { look, view }: GlMapProps): MapLibre | null {
  setWorkerUrl(new URL(workerUrl, location.href).href);
  try {
    return new MapLibre({
      container,
      style: mapStyle(look, mapFontFaces()),
      ...cameraOf(view),
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      // The page scrolls on a desk; two fingers or a double click enlarge.
      scrollZoom: false,
      fadeDuration: 0,
    });
  } catch {
    // No WebGL here, or no more of it: the map without it stays.
    return null;
  }
}

function cameraOf(view: MapView): { center: [number, number]; zoom: number } {
  return { center: toPoint(view.center), zoom: zoomOf(view) };
}

function feedOf(map: MapLibre, name: string): (data: GeoJSON.FeatureCollection) => void {
  let told = '';
  return latestWins(async (data: GeoJSON.FeatureCollection) => {
    const source = map.getSource(name);
    const text = JSON.stringify(data);
    // The same data again would draw the whole map again.
    if (!(source instanceof GeoJSONSource) || text === told) return;
    told = text;
    await source.setData(data);
  }, SPACE_MS);
}

function addPictures(map: MapLibre, { palette }: MapLook): void {
  map.addImage('hatch', hatchPicture(palette.line2), { pixelRatio: PICTURE_RATIO });
  for (const image of ['watch', 'warning', 'critical'] as const) {
    const picture = markPicture(image, palette);
    if (picture !== null) map.addImage(image, picture, { pixelRatio: PICTURE_RATIO });
  }
  for (const { name, shape, level } of glyphNames) {
    const picture = glyphPicture(shape, level, palette, GLYPH_RATIO);
    if (picture !== null) map.addImage(name, picture, { pixelRatio: GLYPH_RATIO });
  }
}

/** Glyphs grow with the wall: they are drawn large enough for one of 4K. */
const GLYPH_RATIO = 4;

function listenToPresses(map: MapLibre, latest: { readonly current: GlMapProps }): void {
  map.on('click', ({ point, originalEvent: { clientX: x, clientY: y } }) => {
    const { layers, content } = latest.current;
    if (layers === null) return;
    const under = pressedAt(
      { points: layers.live.points(), notices: content.notices },
      (at) => {
        const { x: left, y: top } = map.project(toLngLat(at));
        return [left, top];
      },
      [point.x, point.y],
    );
    layers.onPress(under === null ? null : { ...under, x, y });
  });
  map.on('mouseenter', 'points', () => {
    map.getCanvas().style.cursor = 'pointer';
  });
  map.on('mouseleave', 'points', () => {
    map.getCanvas().style.cursor = '';
  });
}

function toLngLat([lng, lat]: Point): { lng: number; lat: number } {
  return { lng, lat };
}

function listenToHands(map: MapLibre, latest: { readonly current: GlMapProps }): void {
  map.on('movestart', ({ originalEvent }) => {
    if (originalEvent !== undefined) latest.current.onMoved(true);
  });
  map.on('mousemove', 'unit-fill', ({ features, originalEvent: { clientX, clientY } }) => {
    const code: unknown = features?.[0]?.properties['code'];
    if (typeof code === 'string') latest.current.onPoint({ code, x: clientX, y: clientY });
  });
  map.on('click', 'unit-fill', ({ features, originalEvent: { clientX, clientY } }) => {
    const code: unknown = features?.[0]?.properties['code'];
    if (typeof code === 'string') latest.current.onPoint({ code, x: clientX, y: clientY });
  });
  map.on('mouseleave', 'unit-fill', () => latest.current.onPoint(null));
}
