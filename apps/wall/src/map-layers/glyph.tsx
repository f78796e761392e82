import type { MapShape } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { useLook } from '../look/theme.tsx';
import { glyphCall, glyphPaint, glyphPaths } from './glyph-shapes.ts';
import type { PointLevel } from './map-point.ts';

/** What a point of a layer looks like, beside the words that say it. */
export function Glyph({
  shape,
  level,
  scale = 1,
}: {
  readonly shape: MapShape;
  readonly level: PointLevel;
  readonly scale?: number;
}): ReactNode {
  const { palette } = useLook();
  const { fill, stroke, strokeWidth, dash, call } = glyphPaint(shape, level, palette);
  return (
    <svg className="layer-glyph" viewBox="0 0 16 16" aria-hidden="true">
      <g transform={`translate(8 8) scale(${String(scale)}) translate(-8 -8)`}>
        <path
          d={glyphPaths[shape]}
          fill={fill ?? 'none'}
          stroke={stroke}
          strokeWidth={strokeWidth}
          strokeDasharray={dash.join(' ')}
        />
        {call === null ? null : <path d={glyphCall(shape)} stroke={call} strokeWidth="1.6" />}
      </g>
    </svg>
  );
}
