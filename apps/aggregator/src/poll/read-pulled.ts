import { FlagtowerError, type Instant, type SourceConfig } from '@flagtower/contracts';
import type { NoticeSnapshot } from '@flagtower/domain';
import { defaultLimits, readerOf, zoneFor, type Parsed } from '@flagtower/feeds';
import type { Batch, Source } from '@flagtower/store';

import { namedMapping } from '../connect/named-mapping.ts';
import { toldRecords } from '../intake/told-records.ts';

export interface ReadAnswer extends Pick<Batch, 'items' | 'rejections'> {
  /** `null`: the answer does not say that it names all there is. */
  readonly snapshot: NoticeSnapshot | null;
}

const isOfSomethingElse: ReadonlySet<string> = new Set(['not-parseable', 'bad-identity']);

/**
 * Reads the whole answer of a pulled source; half of one is no answer.
 * @throws FlagtowerError `BAD_FILE` where it is not what its format says
 */
export async function readPulled(
  body: Uint8Array,
  { format, mapping, feed }: Pick<NonNullable<SourceConfig['pull']>, 'format' | 'mapping' | 'feed'>,
  source: Source,
  receivedAt: Instant,
): Promise<ReadAnswer> {
  const parsed: Parsed[] = [];
  const named = namedMapping(mapping);
  const batches = readerOf(format)(once(body), {
    zone: zoneFor(null, named, source.config.zone),
    mapping: named,
    asOf: null,
    receivedAt,
    caseKind: null,
    feed: feed ?? null,
    limits: defaultLimits,
  });
  for await (const batch of batches) parsed.push(...batch);
  const { items, rejections } = toldRecords(parsed);
  // Thousands of lines of something else are one fault, not thousands of bad records.
  if (items.length === 0 && rejections.length > 1 && rejections.every(({ reason }) => isOfSomethingElse.has(reason)))
    throw new FlagtowerError('BAD_FILE', `nothing in the answer can be read as ${format}`, { place: 'pull.format' });
  return { items, rejections, snapshot: parsed.find((item) => item.kind === 'snapshot') ?? null };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
