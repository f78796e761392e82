import { FlagtowerError, type Mapping } from '@flagtower/contracts';
import { defaultLimits, readerOf, zoneFor } from '@flagtower/feeds';

import { fileContent, unpacked } from '../intake/file-content.ts';
import { recognise } from '../intake/recognise.ts';
import { tellingsOf, type Telling } from './tellings.ts';

export interface HistoryFile {
  readonly path: string;
  readonly format: string | null;
  readonly mapping: Mapping | string | null;
  readonly zone: string | null;
  /** Of times without an offset, where neither the command nor the mapping says. */
  readonly cityZone: string;
}

/**
 * Everything that a file tells, in the order in which it would have been told.
 * @throws FlagtowerError `BAD_FILE` where it tells nothing
 */
export async function readHistory({ path, format, mapping, zone, cityZone }: HistoryFile): Promise<Telling[]> {
  const content = await fileContent(path);
  const recognised = await recognise(content, { fileName: path, format, mapping }, defaultLimits);
  const tellings: Telling[] = [];
  const batches = readerOf(recognised.format)(
    unpacked(content, defaultLimits, () => undefined),
    {
      zone: zoneFor(zone, recognised.mapping, cityZone),
      mapping: recognised.mapping,
      asOf: null,
      caseKind: null,
      feed: null,
      limits: defaultLimits,
    },
  );
  for await (const batch of batches)
    for (const parsed of batch) if (parsed.kind === 'record') tellings.push(...tellingsOf(parsed.record));
  if (tellings.length === 0) throw new FlagtowerError('BAD_FILE', 'the file tells nothing', { place: 'file' });
  return tellings.toSorted((a, b) => a.at - b.at);
}
