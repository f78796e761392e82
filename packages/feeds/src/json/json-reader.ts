import type { Mapping } from '@flagtower/contracts';

import { badFile } from '../bad-file.ts';
import { requireMapping } from '../csv/require-mapping.ts';
import { headOf } from '../head-of.ts';
import { inBatches, type ChunkParser } from '../in-batches.ts';
import { itemsInBatches } from '../items-in-batches.ts';
import type { Parsed } from '../parsed.ts';
import type { Reader, ReadOptions } from '../reader.ts';
import { rejected } from '../reject.ts';
import { wholeFile } from '../whole-file.ts';
import { jsonListParser } from './json-list-parser.ts';
import { jsonPath, listNames } from './json-path.ts';
import { jsonRows } from './json-rows.ts';
import { jsonText, parsedJson } from './json-text.ts';

/** A document whose rows are found by a path that needs all of it. */
const maxWholeBytes = 32 * 1024 * 1024;

/** Any JSON by a mapping. Where the path of its rows is names that end in a list, they are cut out while they stream by. */
export const jsonReader: Reader = (bytes, options) => batches(bytes, options);

async function* batches(bytes: AsyncIterable<Uint8Array>, options: ReadOptions): AsyncGenerator<readonly Parsed[]> {
  const mapping = requireMapping(options);
  const { head, all } = await headOf(bytes, (chunk) => chunk.some(isSign));
  const rows = mapping.rows ?? (head.find(isSign) === objectSign ? '$' : '$[*]');
  const names = listNames(rows);
  if (names !== null) yield* inBatches(all, listParser({ mapping, rows, names }, options));
  else yield* itemsInBatches(ofWhole(await wholeFile(all, maxWholeBytes), { mapping, rows }, options));
}

const objectSign = 0x7b;
const blanks: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf]);

function isSign(byte: number): boolean {
  return !blanks.has(byte);
}

interface Rows {
  readonly mapping: Mapping;
  readonly rows: string;
}

function listParser(
  { mapping, rows, names }: Rows & { readonly names: readonly string[] },
  options: ReadOptions,
): ChunkParser {
  const take = jsonRows(mapping, options);
  let isThere = false;
  return jsonListParser(
    options.limits,
    {
      list: () => {
        isThere = true;
      },
      element: (json, out, index) => {
        const row = parsedJson(json);
        if (row === undefined)
          out.push(rejected(index, 'not-parseable', [], `Row ${index} is no JSON: export it again`));
        else take(row, index, out);
      },
      tooLong: (out, index) => out.push(rejected(index, 'too-large', [], `Row ${index} is longer than any may be`)),
      end: () => {
        if (!isThere) throw nothingAt(rows);
      },
    },
    names,
  );
}

function* ofWhole(bytes: Uint8Array, { mapping, rows }: Rows, options: ReadOptions): Generator<Parsed> {
  const take = jsonRows(mapping, options);
  const findAll = jsonPath(rows, 'rows');
  const text = jsonText();
  const document = parsedJson(text.write(bytes) + text.end());
  if (document === undefined) throw badFile('The JSON cannot be read', 'line 1', 'Fetch or export the file again');
  let index = 0;
  for (const row of findAll(document)) {
    const out: Parsed[] = [];
    take(row, (index += 1), out);
    yield* out;
  }
  // A filter may well find nothing today; a path of names that finds nothing is a mistake.
  if (index === 0 && !rows.includes('?')) throw nothingAt(rows);
}

function nothingAt(rows: string): ReturnType<typeof badFile> {
  return badFile(`The JSON has no list at ${rows}`, `rows: ${rows}`, 'Correct the path rows in the mapping');
}
