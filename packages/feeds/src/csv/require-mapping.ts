import { FlagtowerError, type Mapping } from '@flagtower/contracts';

import type { ReadOptions } from '../reader.ts';

/** @throws FlagtowerError `UNKNOWN_MAPPING` */
export function requireMapping({ mapping }: Pick<ReadOptions, 'mapping'>): Mapping {
  if (mapping !== null) return mapping;
  throw new FlagtowerError('UNKNOWN_MAPPING', 'A table needs a mapping', {
    place: 'mapping',
    remedy: 'Give --mapping FILE.json, or choose the columns on the import page',
  });
}
