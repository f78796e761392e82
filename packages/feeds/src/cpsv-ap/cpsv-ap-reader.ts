import { badFile } from '../bad-file.ts';
import { itemsInBatches } from '../items-in-batches.ts';
import { jsonText } from '../json/json-text.ts';
import type { Parsed } from '../parsed.ts';
import type { Reader, ReadOptions } from '../reader.ts';
import { rejected } from '../reject.ts';
import { countIn, remarksOf, type Tally } from '../tally.ts';
import { wholeFile } from '../whole-file.ts';
import type { GraphNode } from './graph.ts';
import { jsonLdGraph } from './json-ld-graph.ts';
import { serviceItem } from './public-service.ts';
import { turtleGraph } from './turtle-graph.ts';

/** A graph links its things in any order, and so it is read as a whole. */
const maxBytes = 16 * 1024 * 1024;

/** Public services in CPSV-AP, as JSON-LD or as Turtle. Contexts are never fetched. */
export const cpsvApReader: Reader = (bytes, options) => itemsInBatches(items(bytes, options));

async function* items(bytes: AsyncIterable<Uint8Array>, options: ReadOptions): AsyncGenerator<Parsed> {
  const decoder = jsonText();
  const whole = await wholeFile(bytes, Math.min(maxBytes, options.limits.unpackedBytes));
  const text = decoder.write(whole) + decoder.end();
  const tally: Tally = new Map();
  const { nodes, malformed } = /^\s*[[{]/.test(text)
    ? jsonLdGraph(text)
    : { nodes: turtleGraph(text, tally), malformed: [] };
  for (const line of malformed)
    yield rejected(line, 'bad-identity', ['@id'], `Give thing ${line} of the graph an @id and an @type that are texts`);
  for (const type of nodes.flatMap(({ types }) => types))
    countIn(tally, `class:${/^\w{1,60}$/.test(type) ? type : 'other'}`);
  const services = nodes.filter(isService);
  if (services.length === 0 && malformed.length === 0)
    throw badFile('Holds no public service', 'graph', 'Is this CPSV-AP as JSON-LD or Turtle?');
  for (const [index, node] of services.entries()) yield serviceItem(index + 1, node, options.asOf);
  yield* remarksOf(tally);
}

function isService({ types }: GraphNode): boolean {
  return types.includes('PublicService');
}
