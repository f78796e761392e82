import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

import { mappingSchema, type Mapping } from '@flagtower/contracts';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { breakage, broken, isClearRefusal, keepsTheContract } from './breakage.ts';
import { readerOf } from './formats.ts';
import { inspect } from './inspect/inspect.ts';
import { readAll } from './read-all.ts';

const folder = new URL('../../../../shared/data/feeds/', import.meta.url);
const folders = {
  'traffic/datex2': 'datex2',
  'traffic/datex2/fi-incidents-2017': 'datex2',
  'traffic/ngsi': 'ngsi',
  'environment/ngsi': 'ngsi',
  'tourism/ngsi': 'ngsi',
  'health/fhir-r4': 'fhir',
  'health/fhir-saner': 'fhir',
  'catalogue/cpsv-ap': 'cpsv-ap',
  'catalogue/canada': 'csv',
  'environment/aws': 'csv',
  'health/opendengue': 'csv',
  'tourism/footfall': 'csv',
  'environment/cap': 'cap',
  'traffic/gtfs-rt': 'gtfs-rt',
  'traffic/gtfs-rt/nyct-ace': 'gtfs-rt',
  'dossiers/csv': 'csv',
  'dossiers/open311': 'open311',
  'dossiers/ocel': 'ocel-json',
  'dossiers/xes': 'xes',
} as const;

interface RealFile {
  readonly format: string;
  readonly text: string;
  /** Protocol buffers are no text: each byte is a sign. */
  readonly encoding: 'utf8' | 'latin1';
  readonly mapping: Mapping | null;
}

/** So much of a file is enough to break it anywhere; what must be whole to be read is shorter. */
const mostBytes = { csv: 20_000, xes: 60_000 };

/** A table that nobody ships a mapping for. */
const daysMapping: Mapping = mappingSchema.parse({
  mapping: 1,
  name: 'days',
  shape: 'series',
  series: {
    feed: 'tourism',
    at: 'ds',
    entity: { constant: 'city' },
    values: [{ column: 'y', metric: 'footfall', unit: '{person}' }],
  },
});

function realFile(format: string, bytes: Uint8Array): RealFile {
  const head =
    format === 'csv' ? bytes.subarray(0, mostBytes.csv) : format === 'xes' ? bytes.subarray(0, mostBytes.xes) : bytes;
  const encoding = format === 'gtfs-rt' ? 'latin1' : 'utf8';
  const found = format === 'csv' || format === 'xes' ? inspect(head, null).mappings[0]?.mapping : undefined;
  const mapping = found ?? (format === 'csv' ? daysMapping : null);
  return { format, text: Buffer.from(head).toString(encoding), encoding, mapping };
}

const files: readonly RealFile[] = Object.entries(folders).flatMap(([path, format]) => {
  const at = new URL(`${path}/`, folder);
  if (!existsSync(at)) return [];
  return readdirSync(at)
    .filter((name) => /\.(xml|json|jsonld|jsonocel|ttl|gz|csv|cap|pb)$/.test(name))
    .map((name) => {
      const bytes = readFileSync(new URL(name, at));
      return realFile(format, name.endsWith('.gz') ? gunzipSync(bytes) : bytes);
    });
});

async function survives({ format, text, encoding, mapping }: RealFile, chunkBytes: number): Promise<boolean> {
  try {
    return (await readAll(readerOf(format), Buffer.from(text, encoding), { mapping }, chunkBytes)).every(
      keepsTheContract,
    );
  } catch (error) {
    if (isClearRefusal(error)) return true;
    throw error;
  }
}

/** JSON with one of its values, at any depth, in place of another. */
function withSwapped(value: unknown, steps: readonly number[], swapped: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined || typeof value !== 'object' || value === null) return swapped;
  const entries = Object.entries<unknown>({ ...value });
  const key = entries[step % Math.max(1, entries.length)]?.[0];
  const changed = entries.map(([name, it]) => [name, name === key ? withSwapped(it, rest, swapped) : it] as const);
  return Array.isArray(value) ? changed.map(([, it]) => it) : Object.fromEntries(changed);
}

const isHere = files.length > 0;
const skipped = isHere ? '' : ' (skipped: ../shared/data/feeds is not here)';

describe.skipIf(!isHere)(`real files, broken${skipped}`, { timeout: 60_000 }, () => {
  test('in any stretch: records, rejections or one refusal', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.array(breakage, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 500, max: 5000 }),
        async (file, breaks, chunkBytes) => {
          expect(await survives({ ...file, text: broken(file.text, breaks) }, chunkBytes)).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('in any value of an entity or a resource, which stays JSON', async () => {
    const entities = files.filter(({ format, text }) => format !== 'datex2' && /^\s*[[{]/.test(text));

    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...entities),
        fc.array(fc.nat(), { maxLength: 5 }),
        fc.oneof(fc.jsonValue(), fc.constantFrom('constructor', 'toString', '__proto__')),
        async (file, steps, swapped) => {
          const changed = JSON.stringify(withSwapped(JSON.parse(file.text), steps, swapped));

          expect(await survives({ ...file, text: changed }, 4096)).toBe(true);
        },
      ),
      { numRuns: 1500 },
    );
  });
});
