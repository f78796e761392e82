import type { Mapping } from '@flagtower/contracts';
import { shippedMapping } from '@flagtower/feeds';

/**
 * The mapping that a configuration holds or names. `null`: the format's own, where it has one.
 * @throws FlagtowerError `UNKNOWN_MAPPING`
 */
export function namedMapping(mapping: Mapping | string | undefined): Mapping | null {
  if (mapping === undefined) return null;
  return typeof mapping === 'string' ? shippedMapping(mapping).mapping : mapping;
}
