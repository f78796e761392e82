import type { Notice, Point } from '@flagtower/contracts';

import { countIn, type Tally } from '../tally.ts';
import type { XmlElement } from '../xml/element-finder.ts';
import { partsBelow, textAt } from '../xml/element-parts.ts';

type Area = Notice['areas'][number];

const maxShapes = 200;
const maxGeocodes = 2000;
const maxLinePoints = 500;

/**
 * Where a situation is, as one area: points as circles of no radius, lines as they run, Alert-C locations as geocodes.
 * Parts of a situation repeat their places: each is told once.
 * @returns none where it tells no place that we read
 */
export function areasOf(records: readonly XmlElement[], tally: Tally): Area[] {
  const points = unique(records.flatMap((record) => pointsOf(record, tally)));
  const lines = unique(records.flatMap((record) => linesOf(record, tally)));
  const geocodes = unique(records.flatMap(alertCOf)).slice(0, maxGeocodes);
  if (points.length + lines.length + geocodes.length === 0) return [];
  for (const shapes of [points, lines])
    if (shapes.length > maxShapes) countIn(tally, 'shapes-cut', shapes.length - maxShapes);
  return [
    {
      name: '',
      polygons: [],
      circles: points.slice(0, maxShapes).map((center) => ({ center, radiusKm: 0 })),
      geocodes,
      ...(lines.length > 0 && { lines: lines.slice(0, maxShapes) }),
    },
  ];
}

/** Places by coordinates; those at (0, 0) stand for "none". */
export function pointsOf(element: XmlElement, tally: Tally): Point[] {
  return partsBelow(element, 'pointCoordinates').flatMap((it) => {
    const point = pointFrom(textAt(it, 'longitude'), textAt(it, 'latitude'));
    if (point !== null) return [point];
    countIn(tally, 'shape-not-readable');
    return [];
  });
}

/** `gmlLineString` lists latitude and longitude between blanks. A long line is cut into several that touch. */
function linesOf(element: XmlElement, tally: Tally): Point[][] {
  return partsBelow(element, 'posList').flatMap((list) => {
    const numbers = list.text.trim().split(/\s+/);
    const points: Point[] = [];
    for (let at = 0; at < numbers.length; at += 2) {
      const point = pointFrom(numbers[at + 1] ?? '', numbers[at] ?? '');
      if (point !== null) points.push(point);
      else countIn(tally, 'shape-not-readable');
    }
    const pieces: Point[][] = [];
    for (let from = 0; from < points.length - 1; from += maxLinePoints - 1)
      pieces.push(points.slice(from, from + maxLinePoints));
    return pieces;
  });
}

/** A location of an Alert-C table: `alert-c 6.17`, country and table, and the number of the place in it. */
function alertCOf(element: XmlElement): Area['geocodes'] {
  return ['alertCPoint', 'alertCLinear'].flatMap((name) =>
    partsBelow(element, name).flatMap((place) => {
      const table = `${textAt(place, 'alertCLocationCountryCode')}.${textAt(place, 'alertCLocationTableNumber')}`;
      return partsBelow(place, 'specificLocation').map(({ text }) => ({
        name: `alert-c ${table}`.slice(0, 80),
        value: text.trim().slice(0, 120),
      }));
    }),
  );
}

function pointFrom(longitudeText: string, latitudeText: string): Point | null {
  const [longitude, latitude] = [numberOf(longitudeText), numberOf(latitudeText)];
  if (longitude === null || latitude === null || (longitude === 0 && latitude === 0)) return null;
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 ? [longitude, latitude] : null;
}

/** A plain decimal number, with an exponent where the standard's floats have one. */
export function numberOf(text: string): number | null {
  return /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$/.test(text) ? finite(Number(text)) : null;
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function unique<Item>(items: readonly Item[]): Item[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
