import type { Point } from '@flagtower/contracts';

import { toPlane, toPoint, type PlaneBox } from './web-mercator.ts';

export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A window onto the plane: where it is on the screen, what it shows in its middle, and how large. */
export interface MapView {
  readonly box: PixelBox;
  readonly center: readonly [x: number, y: number];
  /** Pixels of the width of the world. */
  readonly scale: number;
}

export interface MapLayout {
  readonly main: MapView;
  readonly inset: MapView;
  /** What the inset shows, on the main map. */
  readonly core: PixelBox;
}

/** How much larger the urban core is drawn than the city. */
export const INSET_ZOOM = 3.5;
const INSET_WIDTH = 0.36;
const INSET_HEIGHT = 0.52;
const EDGE = 0.02;

/** The city as large as it fits left of the inset; the inset in the lower right corner, around the core's middle. */
export function mapLayout(width: number, height: number, city: PlaneBox, core: PlaneBox): MapLayout {
  // The inset may reach over the empty lower right corner of the city, not over more of it.
  const mostWidth = width * (1 - INSET_WIDTH * 0.62);
  const scale = Math.min(
    (mostWidth * (1 - 2 * EDGE)) / (city.east - city.west),
    (height * (1 - 2 * EDGE)) / (city.south - city.north),
  );
  const box = { left: 0, top: 0, width: ((city.east - city.west) * scale) / (1 - 2 * EDGE), height };
  const main: MapView = { box, scale, center: [(city.west + city.east) / 2, (city.north + city.south) / 2] };
  const insetScale = scale * INSET_ZOOM;
  const insetWidth = Math.min(width * INSET_WIDTH, (core.east - core.west) * insetScale);
  const insetHeight = Math.min(height * INSET_HEIGHT, (core.south - core.north) * insetScale);
  const inset: MapView = {
    box: { left: width - insetWidth, top: height - insetHeight, width: insetWidth, height: insetHeight },
    scale: insetScale,
    center: [(core.west + core.east) / 2, (core.north + core.south) / 2],
  };
  return { main, inset, core: shownBox(main, inset) };
}

/** Pixels of a point in a view, measured from the view's own corner. */
export function pixelOf({ box, center, scale }: MapView, point: Point): readonly [x: number, y: number] {
  const [x, y] = toPlane(point);
  return [(x - center[0]) * scale + box.width / 2, (y - center[1]) * scale + box.height / 2];
}

/** The part of the map that a view of `inset` shows, as a box of the frame. */
function shownBox(main: MapView, inset: MapView): PixelBox {
  const [x, y] = pixelOf(main, toPoint(inset.center));
  const width = (inset.box.width / inset.scale) * main.scale;
  const height = (inset.box.height / inset.scale) * main.scale;
  return { left: main.box.left + x - width / 2, top: main.box.top + y - height / 2, width, height };
}

/** MapLibre's zoom of a scale: its world is 512 pixels wide at zoom 0. */
export function zoomOf({ scale }: MapView): number {
  return Math.log2(scale / 512);
}
