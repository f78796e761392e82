import type { Notice, Point } from '@flagtower/contracts';

import { countIn, type Tally } from '../tally.ts';
import type { XmlElement } from '../xml/element-finder.ts';
import { partsAt, textAt, textsAt } from '../xml/element-parts.ts';
import { simplifyRing } from './simplify-ring.ts';

type Area = Notice['areas'][number];

const maxAreas = 200;
const maxShapes = 200;
const maxGeocodes = 2000;
const maxRingPoints = 500;

/**
 * The areas of an alert's info blocks. Blocks in several languages repeat their areas: an area with the same shapes and
 * codes is told once, under its first name. What is beyond the contract's limits is cut and counted.
 */
export function areasOf(infos: readonly XmlElement[], tally: Tally): Area[] {
  const areas = new Map<string, Area>();
  for (const element of infos.flatMap((info) => partsAt(info, 'area'))) {
    const area = areaOf(element, tally);
    const { polygons, circles, geocodes } = area;
    const isNamedOnly = polygons.length + circles.length + geocodes.length === 0;
    const key = isNamedOnly ? area.name : JSON.stringify([polygons, circles, geocodes]);
    if (!areas.has(key)) areas.set(key, area);
  }
  return cutTo(maxAreas, [...areas.values()], 'areas-cut', tally);
}

function areaOf(element: XmlElement, tally: Tally): Area {
  const polygons = textsAt(element, 'polygon');
  const circles = textsAt(element, 'circle');
  const geocodes = partsAt(element, 'geocode');
  countIn(tally, 'areas');
  countIn(tally, 'polygons', polygons.length);
  countIn(tally, 'circles', circles.length);
  countIn(tally, 'geocodes', geocodes.length);
  return {
    name: textAt(element, 'areaDesc').slice(0, 500),
    polygons: cutTo(maxShapes, polygons, 'polygons-cut', tally).flatMap((text) => readOr(ringOf(text, tally), tally)),
    circles: cutTo(maxShapes, circles, 'circles-cut', tally).flatMap((text) => readOr(circleOf(text), tally)),
    geocodes: cutTo(maxGeocodes, geocodes, 'geocodes-cut', tally).map((geocode) => ({
      name: textAt(geocode, 'valueName').slice(0, 80),
      value: textAt(geocode, 'value').slice(0, 120),
    })),
  };
}

/** An alert with one broken shape is still an alert: the shape is left out and counted. */
function readOr<Shape>(shape: Shape | null, tally: Tally): Shape[] {
  if (shape !== null) return [shape];
  countIn(tally, 'shape-not-readable');
  return [];
}

/** `latitude,longitude` pairs between blanks, as a closed ring of at most 500 points; `null` where it is none. */
function ringOf(text: string, tally: Tally): Point[] | null {
  const points = text.split(/\s+/).map(pointOf);
  const ring: Point[] = [];
  for (const point of points) {
    if (point === null) return null;
    ring.push(point);
  }
  countIn(tally, 'polygon-points', ring.length);
  const [first] = ring;
  const last = ring.at(-1);
  if (first === undefined || last === undefined) return null;
  if (first[0] !== last[0] || first[1] !== last[1]) ring.push(first);
  return ring.length < 4 ? null : simplifyRing(ring, maxRingPoints);
}

function circleOf(text: string): Area['circles'][number] | null {
  const [centerText = '', radiusText = '', ...more] = text.split(/\s+/);
  const center = pointOf(centerText);
  const radiusKm = numberOf(radiusText);
  return center === null || radiusKm === null || radiusKm < 0 || more.length > 0 ? null : { center, radiusKm };
}

/** CAP writes latitude first, we write longitude first. */
function pointOf(pair: string): Point | null {
  const [latitudeText = '', longitudeText = '', ...more] = pair.split(',');
  const latitude = numberOf(latitudeText);
  const longitude = numberOf(longitudeText);
  if (latitude === null || longitude === null || more.length > 0) return null;
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? [longitude, latitude] : null;
}

function numberOf(text: string): number | null {
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : null;
}

function cutTo<Item>(max: number, items: readonly Item[], remark: string, tally: Tally): Item[] {
  if (items.length > max) countIn(tally, remark, items.length - max);
  return items.slice(0, max);
}
