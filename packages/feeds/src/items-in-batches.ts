import type { Parsed } from './parsed.ts';

const BATCH_ITEMS = 500;

/**
 * For readers that produce item by item instead of chunk by chunk.
 * @yields 1 to 500 items
 */
export async function* itemsInBatches(
  items: Iterable<Parsed> | AsyncIterable<Parsed>,
): AsyncGenerator<readonly Parsed[]> {
  let batch: Parsed[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < BATCH_ITEMS) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
