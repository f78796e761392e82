import type { Point } from '@flagtower/contracts';

import { pixelOf, type MapView, type PixelBox } from './map-layout.ts';
import { areaOf, centroidOf } from './polygon.ts';
import type { UnitFeature } from './unit-feature.ts';

export interface MapLabel {
  readonly code: string;
  readonly name: string;
  readonly at: Point;
  /** A mark stands in the middle of its cell; the name stands below it. */
  readonly isMarked: boolean;
}

export interface LabelRules {
  readonly most: number;
  readonly fontPx: number;
  /** Cells that another map shows larger. */
  readonly leaveOut?: (at: Point) => boolean;
  /** Things that lie on the map, in its pixels. */
  readonly avoid?: readonly PixelBox[];
}

/** An average letter's width in font sizes, measured over the names of the units. */
const LETTER = 0.56;

/** How far below its place a name under a mark stands, in font sizes. */
export const BELOW_MARK = 1.2;

/** Names for a view: outlined units first, then the largest cells; one that would touch another is dropped, never moved. */
export function labelsFor(features: readonly UnitFeature[], view: MapView, rules: LabelRules): MapLabel[] {
  const candidates = features
    .map((feature) => ({ feature, at: centroidOf(feature.geometry) }))
    .filter(({ at }) => rules.leaveOut?.(at) !== true)
    .toSorted((one, other) => importance(other.feature) - importance(one.feature));
  const taken: PixelRect[] = (rules.avoid ?? []).map(({ left, top, width, height }) => ({
    left,
    top,
    right: left + width,
    bottom: top + height,
  }));
  const labels: MapLabel[] = [];
  for (const { feature, at } of candidates) {
    const { code, name, outline } = feature.properties;
    const isMarked = outline !== null;
    const [x, y] = pixelOf(view, at);
    const rect = rectOf(name, [x, y + (isMarked ? BELOW_MARK * rules.fontPx : 0)], rules.fontPx);
    if (labels.length >= rules.most || !isInside(rect, view) || taken.some((other) => overlap(rect, other))) continue;
    taken.push(rect);
    labels.push({ code, name, at, isMarked });
  }
  return labels;
}

function importance({ properties, geometry }: UnitFeature): number {
  return (properties.outline === null ? 0 : 1000) + areaOf(geometry);
}

interface PixelRect {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function rectOf(name: string, [x, y]: readonly [number, number], fontPx: number): PixelRect {
  const halfWidth = (name.length * LETTER * fontPx) / 2;
  return { left: x - halfWidth, right: x + halfWidth, top: y - fontPx * 0.7, bottom: y + fontPx * 0.7 };
}

function isInside({ left, right, top, bottom }: PixelRect, { box }: MapView): boolean {
  return left >= 0 && right <= box.width && top >= 0 && bottom <= box.height;
}

function overlap(one: PixelRect, other: PixelRect): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
