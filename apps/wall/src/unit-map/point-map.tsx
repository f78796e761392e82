import type { CityView, Point } from '@flagtower/contracts';
import { useMemo, useState, type MouseEvent, type ReactNode } from 'react';

import { wholeView } from './level-map.tsx';
import { pixelOf, type MapView } from './map-layout.ts';
import { centroidOf } from './polygon.ts';
import { pathThrough } from './svg-map.tsx';
import type { CellCollection } from './unit-feature.ts';
import { toPlane, toPoint } from './web-mercator.ts';

import './point-map.css';

/** How many times larger each step shows the city: at the last one a pixel is about ten metres. */
const steps = [1, 4, 16] as const;

interface PointMapProps {
  readonly cells: CellCollection;
  readonly center: CityView['map']['center'];
  /** The place that is marked; `null`: none. */
  readonly point: Point | null;
  /** Code of the unit that is marked; `''`: none. */
  readonly unit: string;
  readonly words: Readonly<Record<'picture' | 'closer' | 'wider', string>>;
  readonly onPick: (point: Point) => void;
}

/** The city's cells, on which a press names a place. It is one way of several: who uses no pointer types the place. */
export function PointMap({ cells, center, point, unit, words, onPick }: PointMapProps): ReactNode {
  const [shown, setShown] = useState<{ readonly step: number; readonly middle: Point }>({ step: 0, middle: center });
  const whole = useMemo(() => wholeView(cells, center), [cells, center]);
  const factor = steps[shown.step] ?? 1;
  const view = useMemo<MapView>(
    () => (factor === 1 ? whole : { ...whole, scale: whole.scale * factor, center: toPlane(shown.middle) }),
    [whole, factor, shown.middle],
  );
  const move = (by: 1 | -1): void => {
    const cell = cells.features.find(({ properties }) => properties.code === unit);
    setShown({
      step: shown.step + by,
      middle: point ?? (cell === undefined ? shown.middle : centroidOf(cell.geometry)),
    });
  };
  return (
    <div className="point-map">
      <Picture cells={cells} view={view} point={point} unit={unit} name={words.picture} onPick={onPick} />
      <div className="form-buttons">
        <button type="button" className="form-button" disabled={shown.step === 0} onClick={() => move(-1)}>
          {words.wider}
        </button>
        <button
          type="button"
          className="form-button"
          disabled={shown.step === steps.length - 1}
          onClick={() => move(1)}
        >
          {words.closer}
        </button>
      </div>
    </div>
  );
}

function Picture({
  cells,
  view,
  point,
  unit,
  name,
  onPick,
}: Pick<PointMapProps, 'cells' | 'point' | 'unit' | 'onPick'> & {
  readonly view: MapView;
  readonly name: string;
}): ReactNode {
  const { width, height } = view.box;
  const press = ({ currentTarget, clientX, clientY }: MouseEvent<SVGSVGElement>): void => {
    const matrix = currentTarget.getScreenCTM();
    if (matrix === null) return;
    const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(matrix.inverse());
    onPick(toPoint([(x - width / 2) / view.scale + view.center[0], (y - height / 2) / view.scale + view.center[1]]));
  };
  return (
    // The fields beside it are the way for a keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- as above
    <svg viewBox={`0 0 ${String(width)} ${String(height)}`} role="img" aria-label={name} onClick={press}>
      {cells.features.map(({ properties: { code }, geometry }) => (
        <path
          key={code}
          d={pathThrough(geometry.coordinates, view)}
          className={code === unit ? 'point-map-cell point-map-unit' : 'point-map-cell'}
        />
      ))}
      <Names cells={cells} view={view} />
      {point === null ? null : <Pin at={pixelOf(view, point)} />}
    </svg>
  );
}

/** Only where the cells have room for them. */
function Names({ cells, view }: { readonly cells: CellCollection; readonly view: MapView }): ReactNode {
  const { width, height } = view.box;
  return cells.features.map(({ properties: { code, name }, geometry }) => {
    const xs = (geometry.coordinates[0] ?? []).map(([lon = 0, lat = 0]) => pixelOf(view, [lon, lat])[0]);
    const room = Math.max(...xs) - Math.min(...xs);
    const [x, y] = pixelOf(view, centroidOf(geometry));
    if (room < name.length * 7 || x < 0 || y < 0 || x > width || y > height) return null;
    return (
      <text key={code} x={x} y={y} textAnchor="middle">
        {name}
      </text>
    );
  });
}

/** A ring with a cross hair: what is under it can still be seen. */
function Pin({ at: [x, y] }: { readonly at: readonly [number, number] }): ReactNode {
  return (
    <g className="point-map-pin" transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}>
      <circle r="9" className="point-map-halo" />
      <circle r="9" />
      <path d="M-15 0H-5M5 0H15M0-15V-5M0 5V15" />
    </g>
  );
}
