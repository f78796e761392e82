import { z } from 'zod';

import { badFile } from '../bad-file.ts';
import { headOf } from '../head-of.ts';
import { inBatches, type ChunkParser } from '../in-batches.ts';
import { itemsInBatches } from '../items-in-batches.ts';
import { jsonListParser } from '../json/json-list-parser.ts';
import { jsonText, parsedJson } from '../json/json-text.ts';
import type { Parsed } from '../parsed.ts';
import type { Reader, ReadOptions } from '../reader.ts';
import { rejected } from '../reject.ts';
import { wholeFile } from '../whole-file.ts';
import { takeNode } from './json-ld-graph.ts';
import { serviceTaker } from './service-taker.ts';
import { turtleParser } from './turtle-parser.ts';

const MIB = 1024 * 1024;
/** JSON up to here is read as a whole: its graph may then stand anywhere in it. A longer one streams by. */
const headBytes = MIB;
/** A single thing, which is no list of anything. */
const maxBytes = 16 * MIB;

/** Public services in CPSV-AP, as JSON-LD or as Turtle. Contexts are never fetched. */
export const cpsvApReader: Reader = (bytes, options) => batches(bytes, options);

async function* batches(bytes: AsyncIterable<Uint8Array>, options: ReadOptions): AsyncGenerator<readonly Parsed[]> {
  const { head, isAll, all } = await headOf(bytes, (_, size) => size >= headBytes);
  const text = jsonText().write(head);
  const [, sign] = /^\s*([[{])/.exec(text) ?? [];
  if (sign === undefined) {
    yield* inBatches(all, turtleParser(options.limits, serviceTaker(options.asOf)));
    return;
  }
  const names = sign === '[' ? [] : ['@graph'];
  const isStreamed = !isAll && (sign === '[' || /"@graph"\s*:\s*\[/.test(text));
  if (isStreamed) yield* inBatches(all, graphParser(names, options));
  else yield* itemsInBatches(ofWhole(await wholeFile(all, Math.min(maxBytes, options.limits.unpackedBytes)), options));
}

function graphParser(names: readonly string[], { asOf, limits }: ReadOptions): ChunkParser {
  const taker = serviceTaker(asOf);
  return jsonListParser(
    limits,
    {
      element: (json, out, index) => takeNode(parsedJson(json), index, taker, out),
      tooLong: (out, index) => out.push(rejected(index, 'too-large', [], `Thing ${index} is longer than any may be`)),
      end: taker.end,
    },
    names,
  );
}

const graphSchema = z.looseObject({ '@graph': z.array(z.unknown()) });

function* ofWhole(bytes: Uint8Array, { asOf }: ReadOptions): Generator<Parsed> {
  const text = jsonText();
  const value = parsedJson(text.write(bytes) + text.end());
  if (typeof value !== 'object' || value === null)
    throw badFile('The JSON cannot be read', 'line 1', 'Fetch or export it again');
  const listed = graphSchema.safeParse(value);
  const told: readonly unknown[] = listed.success ? listed.data['@graph'] : Array.isArray(value) ? value : [value];
  // An excuse that is written in JSON is no thing of a graph.
  if (told[0] === value && !('@id' in value) && !('@type' in value))
    throw badFile('Holds no public service', 'graph', 'Is this CPSV-AP as JSON-LD or Turtle?');
  const taker = serviceTaker(asOf);
  const out: Parsed[] = [];
  for (const [index, one] of told.entries()) takeNode(one, index + 1, taker, out);
  taker.end(out);
  yield* out;
}
