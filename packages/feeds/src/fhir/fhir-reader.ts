import { z } from 'zod';

import { badFile } from '../bad-file.ts';
import { headOf } from '../head-of.ts';
import { inBatches } from '../in-batches.ts';
import { itemsInBatches } from '../items-in-batches.ts';
import { jsonText, parsedJson } from '../json/json-text.ts';
import type { Parsed } from '../parsed.ts';
import type { Reader, ReadOptions } from '../reader.ts';
import { countIn } from '../tally.ts';
import { momentReader } from '../times/moment.ts';
import { wholeFile } from '../whole-file.ts';
import { placesOf } from './facility.ts';
import { entrySchema, isToOtherPage, linkSchema, metaSchema, resourceSchema } from './fhir-parts.ts';
import { instantOf } from './fhir-reading.ts';
import { resourceTaker, type About } from './resource-taker.ts';
import { bundleParser, linesParser } from './streamed-resources.ts';

const MIB = 1024 * 1024;
/** A file up to here is read as a whole: its resources may then stand in any order. A longer one streams by. */
const headBytes = MIB;
/** A single resource, which is no list of anything. */
const maxBytes = 32 * MIB;

const bundleSchema = z.looseObject({
  resourceType: z.literal('Bundle'),
  timestamp: z.string().optional(),
  meta: metaSchema.optional(),
  link: z.array(linkSchema).default([]),
  entry: z.array(entrySchema).default([]),
});
type Bundle = z.infer<typeof bundleSchema>;

/** FHIR R4 as JSON: MeasureReport, Observation, Encounter (counted), Location; one, a Bundle of any size, or one a line. */
export const fhirReader: Reader = (bytes, options) => batches(bytes, options);

async function* batches(bytes: AsyncIterable<Uint8Array>, options: ReadOptions): AsyncGenerator<readonly Parsed[]> {
  const { head, isAll, all } = await headOf(bytes, (_, size) => size >= headBytes);
  const text = jsonText().write(head);
  if (isLineOfMany(text)) {
    yield* inBatches(all, linesParser(options.limits, resourceTaker(aboutFile(options))));
    return;
  }
  const before = isAll ? null : bundleBeforeEntries(text);
  if (before === null) yield* itemsInBatches(ofWhole(await wholeFile(all, limitOf(options)), options));
  else {
    const about = aboutBundle(before, options);
    yield* inBatches(all, bundleParser(options.limits, resourceTaker(about), about.tally));
  }
}

function limitOf({ limits }: ReadOptions): number {
  return Math.min(maxBytes, limits.unpackedBytes);
}

/** Whether the first line is a resource of its own, and another line follows. */
function isLineOfMany(text: string): boolean {
  const end = text.indexOf('\n');
  if (end === -1 || !/\S/.test(text.slice(end))) return false;
  return resourceSchema.safeParse(parsedJson(text.slice(0, end))).success;
}

/** What a Bundle tells of itself before its entries; `null`: it is none, or tells no entry so early. */
function bundleBeforeEntries(text: string): Bundle | null {
  for (const { index } of text.matchAll(/"entry"\s*:\s*\[/g)) {
    // Only the one of the Bundle itself stands where the object can be closed at once.
    const bundle = bundleSchema.safeParse(parsedJson(`${text.slice(0, index)}"entry":[]}`));
    if (bundle.success) return bundle.data;
  }
  return null;
}

function* ofWhole(bytes: Uint8Array, options: ReadOptions): Generator<Parsed> {
  const text = jsonText();
  const value = parsedJson(text.write(bytes) + text.end());
  const root = resourceSchema.safeParse(value);
  if (!root.success) throw badFile('Is no resource of FHIR', 'line 1', 'Fetch it again, as application/fhir+json');
  if (root.data.resourceType !== 'Bundle') {
    // One visit is no count of visits.
    yield* taken([value], false, aboutFile(options));
    return;
  }
  const parsed = bundleSchema.safeParse(value);
  if (!parsed.success) throw badFile('Is no Bundle of FHIR', 'entry', 'Fetch it again, as application/fhir+json');
  const { entry, link } = parsed.data;
  const about = aboutBundle(parsed.data, options);
  countIn(about.tally, 'entries', entry.length);
  const isWhole = !link.some(isToOtherPage);
  yield* taken(
    entry.map(({ resource }) => resource),
    isWhole,
    about,
  );
}

function* taken(resources: readonly unknown[], isWhole: boolean, about: About): Generator<Parsed> {
  const taker = resourceTaker(about, placesOf(resources));
  for (const [index, resource] of resources.entries()) yield* taker.take(index + 1, resource);
  yield* taker.end(isWhole);
}

function aboutFile({ feed, asOf, zone }: ReadOptions): About {
  return { feed: feed ?? 'health', toldAt: asOf ?? '', read: momentReader(['iso'], zone), tally: new Map() };
}

function aboutBundle({ timestamp, meta }: Bundle, options: ReadOptions): About {
  const about = aboutFile(options);
  const toldAt = instantOf(timestamp ?? meta?.lastUpdated, 'start', about.read) ?? '';
  return { ...about, toldAt: toldAt || about.toldAt };
}
