import { z } from 'zod';

import { badFile } from '../bad-file.ts';
import { itemsInBatches } from '../items-in-batches.ts';
import { jsonText, parsedJson } from '../json/json-text.ts';
import type { Parsed } from '../parsed.ts';
import type { Reader, ReadOptions } from '../reader.ts';
import { rejected } from '../reject.ts';
import { countIn, remarksOf } from '../tally.ts';
import { momentReader } from '../times/moment.ts';
import { wholeFile } from '../whole-file.ts';
import { encounterCounts } from './encounter-counts.ts';
import { ofLocation, placesOf } from './facility.ts';
import { ofObservation } from './fhir-observation.ts';
import { metaSchema } from './fhir-parts.ts';
import { instantOf, type FhirReading } from './fhir-reading.ts';
import { ofMeasureReport } from './measure-report.ts';

/** A bundle is one answer of a server: it links its resources, and so it is read as a whole. */
const maxBytes = 32 * 1024 * 1024;

const bundleSchema = z.looseObject({
  resourceType: z.literal('Bundle'),
  type: z.string().optional(),
  timestamp: z.string().optional(),
  meta: metaSchema.optional(),
  link: z.array(z.looseObject({ relation: z.string() })).default([]),
  entry: z.array(z.looseObject({ resource: z.unknown() })).default([]),
});
const resourceSchema = z.looseObject({ resourceType: z.string().min(1) });

interface Resources {
  readonly list: readonly unknown[];
  /** Whether these are all that there are: no further page follows. */
  readonly isWhole: boolean;
  readonly toldAt: string;
}

/** FHIR R4 as JSON: MeasureReport, Observation, Encounter (counted), Location, alone or in a Bundle. */
export const fhirReader: Reader = (bytes, options) => itemsInBatches(items(bytes, options));

async function* items(bytes: AsyncIterable<Uint8Array>, options: ReadOptions): AsyncGenerator<Parsed> {
  const text = jsonText();
  const whole = await wholeFile(bytes, Math.min(maxBytes, options.limits.unpackedBytes));
  const value = parsedJson(text.write(whole) + text.end());
  const root = resourceSchema.safeParse(value);
  if (!root.success) throw badFile('Is no resource of FHIR', 'line 1', 'Fetch it again, as application/fhir+json');
  const read = momentReader(['iso'], options.zone);
  const tally = new Map<string, number>();
  const isBundle = root.data.resourceType === 'Bundle';
  const { list, isWhole, toldAt } = isBundle ? ofBundle(value, options, read, tally) : single(value, options);
  const reading: FhirReading = { feed: options.feed ?? 'health', toldAt, read, tally, places: placesOf(list) };
  const encounters = encounterCounts(reading);
  for (const [index, resource] of list.entries()) {
    const line = index + 1;
    const known = resourceSchema.safeParse(resource);
    if (!known.success) yield rejected(line, 'not-parseable', ['resourceType'], `Entry ${line} holds no resource`);
    else {
      const type = known.data.resourceType;
      countIn(tally, `resource:${/^\w{1,60}$/.test(type) ? type : 'other'}`);
      if (type === 'Encounter') yield* encounters.add(line, resource);
      else yield* readers[type]?.(line, resource, reading) ?? [];
    }
  }
  yield* encounters.end(isWhole);
  yield* remarksOf(tally);
}

const readers: Readonly<Record<string, (line: number, told: unknown, reading: FhirReading) => Parsed[]>> = {
  MeasureReport: ofMeasureReport,
  Observation: ofObservation,
  Location: ofLocation,
};

function single(value: unknown, { asOf }: ReadOptions): Resources {
  // One visit is no count of visits.
  return { list: [value], isWhole: false, toldAt: asOf ?? '' };
}

function ofBundle(
  value: unknown,
  { asOf }: ReadOptions,
  read: FhirReading['read'],
  tally: FhirReading['tally'],
): Resources {
  const parsed = bundleSchema.safeParse(value);
  if (!parsed.success) throw badFile('Is no Bundle of FHIR', 'entry', 'Fetch it again, as application/fhir+json');
  const { entry, link, timestamp, meta } = parsed.data;
  countIn(tally, 'entries', entry.length);
  const isWhole = link.every(({ relation }) => relation !== 'next' && relation !== 'previous');
  const toldAt = instantOf(timestamp ?? meta?.lastUpdated, 'start', read) ?? '';
  return { list: entry.map(({ resource }) => resource), isWhole, toldAt: toldAt || (asOf ?? '') };
}
