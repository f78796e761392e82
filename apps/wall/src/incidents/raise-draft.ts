import { raisedIncidentSchema, type CityView, type Point, type RaisedIncident } from '@flagtower/contracts';
import type { z } from 'zod';

/** What stands in the fields of the form; `''`: nothing. */
export const emptyDraft = { text: '', kind: '', severity: '', center: '', unit: '', place: '', point: '' };
export type TypedIncident = typeof emptyDraft;
export type RaiseField = keyof TypedIncident;
/** Why a field cannot stand as it is typed. */
export type RaiseFault = 'missing' | 'short' | 'wrong' | 'no-point' | 'far';

/** Degrees from the city's middle, north or east: nobody raises what is farther, somebody typed the two numbers wrong. */
const mostDegrees = 1;

/**
 * What is sent, or what is wrong, by field.
 * @param city `null`: not told yet, no place is too far
 */
export function readDraft(
  typed: TypedIncident,
  city: Pick<CityView, 'map'> | null,
): { readonly raised: z.input<typeof raisedIncidentSchema> } | { readonly wrong: ReadonlyMap<RaiseField, RaiseFault> } {
  const wrong = new Map<RaiseField, RaiseFault>();
  for (const field of ['text', 'kind', 'severity'] as const)
    if (typed[field].trim() === '') wrong.set(field, 'missing');
  const point = typed.point.trim() === '' ? null : typedPoint(typed.point);
  if (point === undefined) wrong.set('point', 'no-point');
  else if (point !== null && city !== null && isFar(point, city.map.center)) wrong.set('point', 'far');
  const parsed = raisedIncidentSchema.safeParse({
    kind: typed.kind,
    severity: Number(typed.severity),
    text: typed.text,
    center: filled(typed.center),
    unit: filled(typed.unit),
    place: filled(typed.place),
    point: point ?? null,
  } satisfies Record<keyof RaisedIncident, unknown>);
  for (const { path, code } of parsed.error?.issues ?? []) {
    const [field] = path;
    if (isField(field) && !wrong.has(field)) wrong.set(field, code === 'too_small' ? 'short' : 'wrong');
  }
  return parsed.success && wrong.size === 0 ? { raised: parsed.data } : { wrong };
}

/**
 * What stands in the fields once something else is typed or picked. A place finds its unit by itself; a unit that is chosen later stands.
 * @param unitOf the code of the unit that a place is counted in; `null`: of none
 */
export function typedOn(
  typed: TypedIncident,
  part: Partial<TypedIncident>,
  unitOf: (point: Point) => string | null,
): TypedIncident {
  const point = part.point === undefined ? undefined : typedPoint(part.point);
  return { ...typed, ...(point === undefined ? {} : { unit: unitOf(point) ?? '' }), ...part };
}

/** A place as it is typed, to a metre. */
export function pointText([lon, lat]: Point): string {
  return `${lat.toFixed(5)}, ${lon.toFixed(5)}`;
}

/**
 * Latitude and longitude as maps give them to be copied, `21.0285, 105.8542`.
 * @returns longitude first; `undefined`: no place on earth
 */
export function typedPoint(text: string): Point | undefined {
  const [, lat, lon] = /^(-?\d{1,2}(?:\.\d+)?)\s*[,; ]\s*(-?\d{1,3}(?:\.\d+)?)$/.exec(text.trim()) ?? [];
  if (lat === undefined || lon === undefined) return undefined;
  const point: Point = [Number(lon), Number(lat)];
  return Math.abs(point[0]) > 180 || Math.abs(point[1]) > 90 ? undefined : point;
}

export function isField(word: unknown): word is RaiseField {
  return typeof word === 'string' && Object.hasOwn(emptyDraft, word);
}

function filled(text: string): string | null {
  return text.trim() === '' ? null : text;
}

function isFar([lon, lat]: Point, [middleLon, middleLat]: Point): boolean {
  return Math.abs(lon - middleLon) > mostDegrees || Math.abs(lat - middleLat) > mostDegrees;
}
