import { FlagtowerError } from '@flagtower/contracts';

import { csvReader } from './csv/csv-reader.ts';
import { formatSchema, type Format } from './format.ts';
import type { Reader } from './reader.ts';
import { xesReader } from './xes/xes-reader.ts';

const readers: Readonly<Partial<Record<Format, Reader>>> = {
  csv: csvReader,
  xes: xesReader,
};

/** @throws FlagtowerError `UNKNOWN_FORMAT` for a name that is not in `formatSchema` */
export function readerOf(format: string): Reader {
  const known = formatSchema.safeParse(format);
  const reader = known.success ? readers[known.data] : undefined;
  if (reader === undefined)
    throw new FlagtowerError('UNKNOWN_FORMAT', 'No reader for this format', {
      remedy: `Give one of ${formatSchema.options.join(', ')}`,
      place: 'format',
    });
  return reader;
}
