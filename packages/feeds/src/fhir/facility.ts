import { pointSchema, type Point } from '@flagtower/contracts';
import { z } from 'zod';

import { checkedRecord } from '../checked-record.ts';
import type { Parsed } from '../parsed.ts';
import { countIn } from '../tally.ts';
import { tidy } from '../text/tidy.ts';
import { conceptSchema, firstCode, metaSchema } from './fhir-parts.ts';
import { instantOf, versionOf, type FhirReading } from './fhir-reading.ts';
import { malformed } from './malformed.ts';

const locationSchema = z.looseObject({
  id: z.string().min(1),
  meta: metaSchema.optional(),
  name: z.string().optional(),
  mode: z.string().optional(),
  physicalType: conceptSchema.optional(),
  language: z.string().optional(),
  position: z.looseObject({ longitude: z.number(), latitude: z.number() }).optional(),
});

const placedSchema = z.looseObject({ resourceType: z.literal('Location') }).and(locationSchema);

/** Where each location of a file is, by `Location/{id}`; what cannot be read is left out. */
export function placesOf(resources: Iterable<unknown>): [string, Point][] {
  return [...resources].flatMap((resource) => {
    const place = placeOf(resource);
    return place === null ? [] : [place];
  });
}

/** @returns `null` for what is no location, or has no position */
export function placeOf(resource: unknown): [string, Point] | null {
  const location = placedSchema.safeParse(resource);
  const point = location.success ? pointOf(location.data) : null;
  return location.success && point !== null ? [`Location/${location.data.id}`, point] : null;
}

function pointOf({ position }: z.infer<typeof locationSchema>): Point | null {
  const point = pointSchema.safeParse([position?.longitude, position?.latitude]);
  return point.success ? point.data : null;
}

/** A place of care as an entry of the catalogue: name and position; address, telephone and description are not read. */
export function ofLocation(line: number, told: unknown, reading: FhirReading): Parsed[] {
  const parsed = locationSchema.safeParse(told);
  if (!parsed.success) return malformed(line, 'Location', parsed.error);
  const location = parsed.data;
  // A kind of place, such as "the patient's home", is no place; a house is somebody's.
  if (location.mode === 'kind' || firstCode(location.physicalType) === 'ho') {
    countIn(reading.tally, 'places-not-read');
    return [];
  }
  const changedAt = instantOf(location.meta?.lastUpdated, 'start', reading.read) ?? '';
  const point = pointOf(location);
  const name = tidy(location.name ?? '');
  return [
    checkedRecord(line, 'resource', {
      kind: 'catalogue-item',
      recordId: `facility:${location.id}`,
      version: versionOf([location.meta?.lastUpdated, reading.toldAt], reading.read),
      // A register tells what is: without any time it is as old as time, and any told one replaces it.
      occurredAt: changedAt || reading.toldAt || '1970-01-01T00:00:00.000Z',
      itemType: 'facility',
      code: location.id,
      names: name === '' ? [] : [{ language: location.language ?? 'und', name: name.slice(0, 300) }],
      ...(point !== null && { point }),
      validFrom: null,
      validTo: null,
    }),
  ];
}
