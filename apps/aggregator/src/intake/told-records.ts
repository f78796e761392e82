import type { Parsed } from '@flagtower/feeds';
import type { Batch } from '@flagtower/store';

/** Of what was read that which is committed; remarks and what is said of the whole are not. */
export function toldRecords(parsed: readonly Parsed[]): Pick<Batch, 'items' | 'rejections'> {
  return {
    items: parsed.flatMap((item) => (item.kind === 'record' ? [item] : [])),
    rejections: parsed.flatMap((item) => (item.kind === 'rejected' ? [item.rejection] : [])),
  };
}
