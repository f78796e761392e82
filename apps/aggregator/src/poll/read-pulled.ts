import { defaultLimits, readerOf, type Parsed } from '@flagtower/feeds';
import type { Batch, Source } from '@flagtower/store';

/** Reads the whole answer of a pulled source; half of one is no answer. */
export async function readPulled(
  body: Uint8Array,
  format: string,
  source: Source,
): Promise<Pick<Batch, 'items' | 'rejections'>> {
  const parsed: Parsed[] = [];
  const batches = readerOf(format)(once(body), {
    zone: source.config.zone,
    mapping: null,
    asOf: null,
    caseKind: null,
    feed: null,
    limits: defaultLimits,
  });
  for await (const batch of batches) parsed.push(...batch);
  return {
    items: parsed.flatMap((item) => (item.kind === 'record' ? [item] : [])),
    rejections: parsed.flatMap((item) => (item.kind === 'rejected' ? [item.rejection] : [])),
  };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
