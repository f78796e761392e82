import { hourMs } from '../calendar/city-days.ts';
import { frameOf } from '../calendar/frame-of.ts';
import type { FeedDocument } from './feed-server.ts';

/** Who reads for the first time is told the day before. */
const firstReachMs = 24 * hourMs;

/**
 * A document that changes every so often: within a frame it is made once and has one tag. `since` is the frame that was made
 * last, so that nothing which happened between two readers' visits is left out.
 */
export function framed(
  name: string,
  everyMs: number,
  now: () => number,
  make: (at: number, since: number) => Omit<FeedDocument, 'tag'>,
): () => FeedDocument {
  let held: { readonly at: number; readonly document: FeedDocument } | null = null;
  return () => {
    const at = frameOf(now(), everyMs);
    if (held?.at !== at) {
      // Whoever kept the tag of an earlier run has not seen what this one tells first.
      const tag = `${name}-${at / everyMs}${held === null ? '-first' : ''}`;
      held = { at, document: { ...make(at, held?.at ?? at - firstReachMs), tag } };
    }
    return held.document;
  };
}
