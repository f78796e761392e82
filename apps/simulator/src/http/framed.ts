import type { FeedDocument } from './feed-server.ts';

/** A document that changes every so often: within a frame it is made once and has one tag. */
export function framed(
  name: string,
  everyMs: number,
  now: () => number,
  make: (at: number) => Omit<FeedDocument, 'tag'>,
): () => FeedDocument {
  let held: FeedDocument | null = null;
  return () => {
    const frame = Math.floor(now() / everyMs);
    const tag = `${name}-${frame}`;
    if (held?.tag !== tag) held = { ...make(frame * everyMs), tag };
    return held;
  };
}
