import type { CityView } from '@flagtower/contracts';
import { useMemo, type ReactNode } from 'react';

import { useLook } from '../look/theme.tsx';
import { pixelOf, type MapView } from './map-layout.ts';
import { rampStep, rateBreaks } from './rate-scale.ts';
import type { CellCollection } from './unit-feature.ts';
import { boxAround } from './web-mercator.ts';

import './level-map.css';

const WIDTH = 600;
const HEIGHT = 520;

export interface LevelMapProps {
  readonly cells: CellCollection;
  readonly center: CityView['map']['center'];
  /** A figure by unit; a unit without one is hatched. */
  readonly values: ReadonlyMap<string, number>;
  /** What a unit's figure is written as. */
  readonly textOf: (code: string) => string;
  /** The unit whose page this is. */
  readonly here: string | null;
  readonly name: string;
  readonly onChoose: (code: string) => void;
}

/** Units as cells by one figure. The ranking has the same for the keyboard and for who does not see. */
export function LevelMap({ cells, center, values, textOf, here, name, onChoose }: LevelMapProps): ReactNode {
  const { palette } = useLook();
  const view = useMemo(() => wholeView(cells, center), [cells, center]);
  const breaks = rateBreaks([...values.values()]);
  return (
    <svg className="level-map" viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`} role="img" aria-label={name}>
      <defs>
        <pattern
          id="level-map-unknown"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="6" height="6" fill={palette.g2} />
          <path d="M0 0V6" stroke={palette.line2} strokeWidth="2" />
        </pattern>
      </defs>
      {cells.features.map(({ properties: { code }, geometry }) => {
        const step = rampStep(values.get(code) ?? null, breaks);
        return (
          <path
            key={code}
            d={pathOf(geometry.coordinates, view)}
            fill={step === null ? 'url(#level-map-unknown)' : palette.ramp[step]}
            className={code === here ? 'level-cell level-cell-here' : 'level-cell'}
            onClick={() => onChoose(code)}
          >
            <title>{textOf(code)}</title>
          </path>
        );
      })}
    </svg>
  );
}

/** A picture's view of all cells, as large as they fit. */
export function wholeView(cells: CellCollection, center: LevelMapProps['center']): MapView {
  const corners = cells.features.flatMap(({ geometry }) => geometry.coordinates.flat());
  const box = boxAround(corners.length === 0 ? [center] : corners.map(([lon = 0, lat = 0]) => [lon, lat]));
  const scale =
    Math.min(WIDTH / Math.max(1e-9, box.east - box.west), HEIGHT / Math.max(1e-9, box.south - box.north)) * 0.98;
  return {
    box: { left: 0, top: 0, width: WIDTH, height: HEIGHT },
    center: [(box.west + box.east) / 2, (box.north + box.south) / 2],
    scale,
  };
}

function pathOf(rings: readonly (readonly number[])[][], view: MapView): string {
  return rings
    .map((ring) => {
      const points = ring.map(([lon = 0, lat = 0]) =>
        pixelOf(view, [lon, lat])
          .map((length) => length.toFixed(1))
          .join(' '),
      );
      return `M${points.join('L')}Z`;
    })
    .join('');
}
