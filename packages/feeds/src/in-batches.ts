import type { Parsed } from './parsed.ts';

/** The synchronous heart of a reader: takes bytes as they come and puts what is complete into `out`. */
export interface ChunkParser {
  readonly write: (chunk: Uint8Array, out: Parsed[]) => void;
  /** No more bytes: what is still open is finished or refused. */
  readonly end: (out: Parsed[]) => void;
}

const BATCH_ITEMS = 500;
const CHUNK_BYTES = 64 * 1024;

function* fullBatches(out: Parsed[], least: number): Generator<readonly Parsed[]> {
  let from = 0;
  for (; out.length - from >= least && out.length > from; from += BATCH_ITEMS)
    yield out.slice(from, from + BATCH_ITEMS);
  out.splice(0, from);
}

/**
 * Feeds a parser and cuts what it says into batches; a caller who stops early stops the parser too.
 * @yields up to 500 items
 */
export async function* inBatches(
  bytes: AsyncIterable<Uint8Array>,
  parser: ChunkParser,
): AsyncGenerator<readonly Parsed[]> {
  const out: Parsed[] = [];
  for await (const big of bytes) {
    // A caller may hand over a whole file at once; what it unfolds to must still be bounded.
    for (let from = 0; from < big.length; from += CHUNK_BYTES) {
      parser.write(big.subarray(from, from + CHUNK_BYTES), out);
      yield* fullBatches(out, BATCH_ITEMS);
    }
  }
  parser.end(out);
  yield* fullBatches(out, 1);
}
