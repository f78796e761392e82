import type { Palette } from '@flagtower/charts';
import { useId, useMemo, type PointerEvent, type ReactNode } from 'react';

import { Mark } from '../look/mark.tsx';
import { BELOW_MARK } from './labels.ts';
import { marksOf, type MapContent } from './map-data.ts';
import { pixelOf, type MapView } from './map-layout.ts';
import type { MapLook } from './map-style.ts';
import { rampStep } from './rate-scale.ts';
import type { UnitFeature } from './unit-feature.ts';

/** Which unit the pointer is on, and where on the screen; `null`: none. */
export type OnPoint = (pointed: { readonly code: string; readonly x: number; readonly y: number } | null) => void;

interface SvgMapProps {
  readonly view: MapView;
  readonly content: MapContent;
  readonly look: MapLook;
  readonly name: string;
  readonly onPoint: OnPoint;
}

const MARK_PX = 16;

/** The map without WebGL: the same cells, outlines, marks, names and vehicles. It also draws the enlarged core. */
export function SvgMap({ view, content, look, name, onPoint }: SvgMapProps): ReactNode {
  const hatch = useId();
  const { box } = view;
  const { features } = content;
  const pathOf = usePaths(features, view);
  return (
    <svg
      className="svg-map"
      viewBox={`0 0 ${box.width} ${box.height}`}
      width={box.width}
      height={box.height}
      role="img"
      aria-label={name}
      onPointerLeave={() => onPoint(null)}
    >
      <pattern id={hatch} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
        <path d="M0 0H8" stroke={look.palette.line2} strokeWidth="2" />
      </pattern>
      {features.map(({ properties: { code, rate, isStale } }) => (
        <path
          key={code}
          data-unit={code}
          d={pathOf.get(code) ?? ''}
          fill={fillOf(rate, look) ?? `url(#${hatch})`}
          fillOpacity={isStale ? 0.45 : 1}
          stroke={look.border}
          strokeWidth={look.unit}
          onPointerMove={(event) => onPoint({ code, ...placeOf(event) })}
          onPointerDown={(event) => onPoint({ code, ...placeOf(event) })}
        />
      ))}
      <Outlines view={view} content={content} look={look} pathOf={pathOf} />
      <Vehicles view={view} content={content} look={look} />
      <Names view={view} content={content} look={look} />
    </svg>
  );
}

type Layer = Pick<SvgMapProps, 'view' | 'content' | 'look'>;

function Outlines({
  view,
  content,
  look,
  pathOf,
}: Layer & { readonly pathOf: ReadonlyMap<string, string> }): ReactNode {
  const outlined = content.features.filter(({ properties }) => properties.outline !== null);
  return (
    <g fill="none" strokeLinejoin="round" pointerEvents="none">
      {outlined.map(({ properties: { code, outline } }) => (
        <g key={code}>
          <path d={pathOf.get(code) ?? ''} stroke={look.border} strokeWidth={7 * look.unit} />
          <path d={pathOf.get(code) ?? ''} stroke={colorOf(outline, look.palette)} strokeWidth={3 * look.unit} />
        </g>
      ))}
      {content.notices.map(({ key, level, polygons }) => (
        <path
          key={key}
          d={polygons.map(({ coordinates }) => pathThrough(coordinates, view)).join('')}
          stroke={colorOf(level, look.palette)}
          strokeWidth={2 * look.unit}
          strokeDasharray={`${6 * look.unit} ${4 * look.unit}`}
        />
      ))}
      {content.notices
        .filter(({ lines }) => lines.length > 0)
        .map(({ key, level, lines }) => (
          <g key={`line ${key}`} strokeLinecap="round">
            <path d={lineThrough(lines, view)} stroke={look.border} strokeWidth={7 * look.unit} />
            <path d={lineThrough(lines, view)} stroke={colorOf(level, look.palette)} strokeWidth={3 * look.unit} />
          </g>
        ))}
    </g>
  );
}

function Vehicles({ view, content, look }: Layer): ReactNode {
  return (
    <g pointerEvents="none">
      {content.fleet.drawn.map(({ entity, at, state }) => {
        const [x, y] = pixelOf(view, at);
        if (x < 0 || y < 0 || x > view.box.width || y > view.box.height) return null;
        return state === 'live' ? (
          <circle key={entity} cx={x} cy={y} r={2 * look.unit} fill={look.palette.ink} fillOpacity="0.9" />
        ) : (
          <circle
            key={entity}
            cx={x}
            cy={y}
            r={2 * look.unit}
            fill="none"
            stroke={look.palette.ink}
            strokeWidth={look.unit}
            strokeOpacity="0.5"
          />
        );
      })}
    </g>
  );
}

function Names({ view, content, look }: Layer): ReactNode {
  const { palette, fontPx, unit } = look;
  const half = (MARK_PX / 2) * unit;
  return (
    <g pointerEvents="none">
      {marksOf(content).map(({ key, at, level }) => {
        const [x, y] = pixelOf(view, at);
        return (
          <g key={key} transform={`translate(${x - half} ${y - half})`}>
            <Mark level={level} name={null} size={MARK_PX} />
          </g>
        );
      })}
      {content.labels.map(({ code, name, at, isMarked }) => {
        const [x, y] = pixelOf(view, at);
        return (
          <text
            key={code}
            x={x}
            y={y + fontPx * (isMarked ? BELOW_MARK + 0.35 : 0.35)}
            fontSize={fontPx}
            fontWeight="500"
            textAnchor="middle"
            fill={palette.ink}
            stroke={palette.g0}
            strokeWidth={3.5 * unit}
            strokeLinejoin="round"
            paintOrder="stroke"
          >
            {name}
          </text>
        );
      })}
    </g>
  );
}

function usePaths(features: readonly UnitFeature[], view: MapView): ReadonlyMap<string, string> {
  return useMemo(
    () =>
      new Map(features.map(({ properties, geometry }) => [properties.code, pathThrough(geometry.coordinates, view)])),
    [features, view],
  );
}

/** Rings as path data in a view’s pixels. */
export function pathThrough(rings: readonly (readonly (readonly number[])[])[], view: MapView): string {
  return rings.map((ring) => `${lineThrough([ring], view)}Z`).join('');
}

/** Open lines as path data in a view’s pixels. */
export function lineThrough(lines: readonly (readonly (readonly number[])[])[], view: MapView): string {
  return lines
    .map(
      (line) =>
        `M${line
          .map(([lon = 0, lat = 0]) =>
            pixelOf(view, [lon, lat])
              .map((px) => px.toFixed(1))
              .join(' '),
          )
          .join('L')}`,
    )
    .join('');
}

function fillOf(rate: number | null, { palette, breaks }: MapLook): string | null {
  const step = rampStep(rate, breaks);
  return step === null ? null : (palette.ramp[step] ?? null);
}

function colorOf(level: string | null, palette: Palette): string {
  return level === 'critical' ? palette.son : palette.gold;
}

function placeOf({ clientX, clientY }: PointerEvent): { x: number; y: number } {
  return { x: clientX, y: clientY };
}
