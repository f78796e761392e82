import { numberText, type Illustration, type Palette } from '@flagtower/charts';
import type { CityView, Point, RankedUnit } from '@flagtower/contracts';
import {
  lazy,
  Suspense,
  useCallback,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  type ComponentProps,
  type MouseEvent,
  type ReactNode,
  type Ref,
} from 'react';

import { useLook } from '../look/theme.tsx';
import { LayerCanvas } from '../map-layers/layer-canvas.tsx';
import { pressedAt, type LayersOnMap } from '../map-layers/layers-on-map.ts';
import { useGoTo } from '../navigation/go-to.ts';
import { pageHref } from '../navigation/page-href.ts';
import { latePart } from '../stream/late-part.ts';
import { useWords } from '../words/language.tsx';
import { labelsFor } from './labels.ts';
import { Legend } from './legend.tsx';
import type { MapContent } from './map-data.ts';
import { mapIllustration } from './map-illustration.ts';
import { INSET_ZOOM, mapLayout, pixelOf, type MapLayout, type PixelBox } from './map-layout.ts';
import type { MapLook } from './map-style.ts';
import { mapWords } from './map-words.ts';
import type { NoticeShape } from './notice-shapes.ts';
import { rateBreaks } from './rate-scale.ts';
import { SvgMap, type OnPoint } from './svg-map.tsx';
import type { CellCollection, UnitFeature } from './unit-feature.ts';
import type { Size } from './unit-map.tsx';
import { UnitTip } from './unit-tip.tsx';
import type { Fleet } from './vehicles.ts';
import { boxAround } from './web-mercator.ts';

const GlMap = lazy(async () => {
  const part = await latePart(() => import('./gl-map.tsx'));
  return { default: part.GlMap };
});

const MOST_LABELS = 12;
const MOST_INSET_LABELS = 6;

/** The map's picture as it is now; `null` where there is no map. */
export type MapPicture = Ref<() => Illustration>;

interface CityMapProps {
  readonly city: CityView;
  readonly cells: CellCollection;
  readonly size: Size;
  readonly palette: Palette;
  readonly features: readonly UnitFeature[];
  readonly notices: readonly NoticeShape[];
  readonly fleet: Fleet;
  /** The feed told of something; without it the legend has nothing to count. */
  readonly hasVehicles: boolean;
  readonly ranked: ReadonlyMap<string, RankedUnit>;
  /** Where the page finds how to draw this map for a file. */
  readonly picture: MapPicture | undefined;
  /** No ramp to explain, and no figures of units to point at. */
  readonly isGround: boolean;
  /** The things of the feed are buses. */
  readonly isFleet: boolean;
  /** What lies on the map; its list explains it, and the map has no legend of its own. `null`: nothing. */
  readonly layers: LayersOnMap | null;
}

/** Main map, enlarged core, leader lines, legend, and the figures under the pointer. */
export function CityMap(props: CityMapProps): ReactNode {
  const { size, palette, features, fleet, hasVehicles, ranked, picture, isGround, isFleet, layers } = props;
  const words = useWords();
  const mine = mapWords[words.locale];
  const look = useMapLook(props);
  const layout = useLayout(props);
  const [isGlShown, setGlShown] = useState(false);
  const [isMoved, setMoved] = useState(false);
  const [returns, setReturns] = useState(0);
  // Each return is another view of the same place, which brings the map back to it.
  const mainView = useMemo(() => ({ ...layout.main, returns }), [layout, returns]);
  const frame = useRef<HTMLDivElement>(null);
  const { pointed, onPoint } = usePointed(frame);
  const goTo = useGoTo();
  const open = (): void => {
    if (pointed !== null && layers === null)
      goTo(pageHref(`/drill/${encodeURIComponent(pointed.code)}`, {}, location.search));
  };
  const { main, inset } = useContents(props, layout, look.fontPx);
  const insetName = mine.inset(numberText(INSET_ZOOM, words.locale, 1));
  const counted = hasVehicles ? fleet : null;
  const drawn = { layout, main, inset, look, words: mine, language: words.locale, fleet: counted, ...size };
  useImperativeHandle(picture, () => () => mapIllustration(drawn));
  return (
    <div className="map-canvas" ref={frame} data-map={isGlShown ? 'gl' : 'svg'}>
      <MainMap
        key={`${palette.g0} ${look.unit}`}
        view={mainView}
        content={main}
        look={look}
        name={mine.picture(words.map.title, String(features.length))}
        isGlShown={isGlShown}
        onPoint={onPoint}
        onShown={setGlShown}
        onMoved={setMoved}
        layers={layers}
      />
      {isMoved ? <Return onClick={() => setReturns(returns + 1)} /> : <Leaders layout={layout} size={size} />}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events -- as above */}
      <div className="map-inset" style={layout.inset.box} onClick={open}>
        <LayeredSvg
          view={layout.inset}
          content={inset}
          look={look}
          name={insetName}
          onPoint={onPoint}
          layers={layers}
        />
        <p className="note map-inset-name">{insetName}</p>
      </div>
      {layers === null ? (
        <Legend
          look={look}
          fleet={counted}
          isFleet={isFleet}
          isGround={isGround}
          width={size.width - layout.main.box.width}
        />
      ) : null}
      <p className="note map-credit">{mine.schematic}</p>
      {pointed === null || isGround ? null : (
        <UnitTip
          at={pointed}
          frame={size}
          unit={ranked.get(pointed.code) ?? null}
          name={nameIn(features, pointed.code)}
        />
      )}
    </div>
  );
}

/** The picture with WebGL, once there is one, above the one without. */
function MainMap({
  name,
  isGlShown,
  ...shared
}: ComponentProps<typeof GlMap> & { readonly name: string; readonly isGlShown: boolean }): ReactNode {
  const { view, content, look, onPoint, layers } = shared;
  return (
    <div className="map-main" style={view.box}>
      {isGlShown ? null : (
        <LayeredSvg view={view} content={content} look={look} name={name} onPoint={onPoint} layers={layers} />
      )}
      <Suspense fallback={null}>
        <GlMap {...shared} />
      </Suspense>
    </div>
  );
}

/** The map without WebGL, with the layers on it. */
function LayeredSvg({
  layers,
  ...svg
}: ComponentProps<typeof SvgMap> & { readonly layers: LayersOnMap | null }): ReactNode {
  const { view, content, look } = svg;
  const pixel = useCallback((at: Point) => pixelOf(view, at), [view]);
  if (layers === null) return <SvgMap {...svg} />;
  const press = ({ currentTarget, clientX: x, clientY: y }: MouseEvent<HTMLElement>): void => {
    const { left, top } = currentTarget.getBoundingClientRect();
    const under = pressedAt({ points: layers.live.points(), notices: content.notices }, pixel, [x - left, y - top]);
    layers.onPress(under === null ? null : { ...under, x, y });
  };
  return (
    // The list of things is the way for a keyboard.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events -- as above
    <div className="layered-map" onClick={press}>
      <SvgMap {...svg} />
      <LayerCanvas
        live={layers.live}
        width={view.box.width}
        height={view.box.height}
        pixelOf={pixel}
        palette={look.palette}
        unit={look.unit}
      />
    </div>
  );
}

function nameIn(features: readonly UnitFeature[], code: string): string {
  return features.find(({ properties }) => properties.code === code)?.properties.name ?? code;
}

function useContents(
  { features, notices, fleet }: CityMapProps,
  layout: MapLayout,
  fontPx: number,
): { main: MapContent; inset: MapContent } {
  return useMemo(() => {
    const shared = { features, notices, fleet };
    return {
      main: { ...shared, labels: mainLabels(features, layout, fontPx) },
      inset: { ...shared, labels: labelsFor(features, layout.inset, { most: MOST_INSET_LABELS, fontPx }) },
    };
  }, [features, notices, fleet, layout, fontPx]);
}

function Return({ onClick }: { readonly onClick: () => void }): ReactNode {
  const { locale } = useWords();
  return (
    <button type="button" className="map-return" onClick={onClick}>
      {mapWords[locale].wholeCity}
    </button>
  );
}

function useMapLook({ palette, features }: CityMapProps): MapLook {
  const { theme, unit } = useLook();
  const breaks = rateBreaks(features.map(({ properties }) => properties.rate)).join(' ');
  return useMemo(
    () => ({
      palette,
      border: theme === 'dark' ? palette.g0 : palette.g1,
      breaks: breaks.split(' ').map(Number),
      fontPx: 15 * unit,
      unit,
    }),
    [palette, theme, breaks, unit],
  );
}

function useLayout({ city, cells, size: { width, height } }: CityMapProps): MapLayout {
  const box = useMemo(() => {
    const corners = cells.features.flatMap(({ geometry }) => geometry.coordinates.flat());
    return boxAround(corners.length === 0 ? [city.map.center] : corners.map(([lon = 0, lat = 0]): Point => [lon, lat]));
  }, [cells, city]);
  return useMemo(() => mapLayout(width, height, box, boxAround(city.map.core)), [width, height, box, city]);
}

/** Cells of the core have their names in the inset. */
function mainLabels(features: readonly UnitFeature[], layout: MapLayout, fontPx: number): ReturnType<typeof labelsFor> {
  const { core, main } = layout;
  return labelsFor(features, main, {
    most: MOST_LABELS,
    fontPx,
    avoid: [layout.inset.box],
    leaveOut: (at) => {
      const [x, y] = pixelOf(main, at);
      return x > core.left && x < core.left + core.width && y > core.top && y < core.top + core.height;
    },
  });
}

function Leaders({ layout, size }: { readonly layout: MapLayout; readonly size: Size }): ReactNode {
  const core = edgesOf(layout.core);
  const inset = edgesOf(layout.inset.box);
  return (
    <svg className="map-leaders" viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true">
      <rect x={core.left} y={core.top} width={layout.core.width} height={layout.core.height} />
      <path
        d={`M${core.right} ${core.top}L${inset.left} ${inset.top}M${core.right} ${core.bottom}L${inset.left} ${inset.bottom}`}
      />
    </svg>
  );
}

function edgesOf({ left, top, width, height }: PixelBox): Record<'left' | 'top' | 'right' | 'bottom', number> {
  return { left, top, right: left + width, bottom: top + height };
}

function usePointed(frame: { readonly current: HTMLElement | null }): {
  pointed: { code: string; x: number; y: number } | null;
  onPoint: OnPoint;
} {
  const [pointed, setPointed] = useState<{ code: string; x: number; y: number } | null>(null);
  return {
    pointed,
    onPoint: (next) => {
      const origin = frame.current?.getBoundingClientRect();
      if (next === null || origin === undefined) setPointed(null);
      else setPointed({ code: next.code, x: next.x - origin.left, y: next.y - origin.top });
    },
  };
}
