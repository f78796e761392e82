import type { Freshness } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { Fresh } from './fresh.tsx';

/** The freshest of several: the one whose staleness means that all are stale. `null` of nothing. */
export function freshest(all: readonly { readonly freshness: Freshness }[]): Freshness | null {
  return all.reduce<Freshness | null>(
    (best, { freshness }) => (best === null || (freshness.staleAt ?? '') > (best.staleAt ?? '') ? freshness : best),
    null,
  );
}

/** One mark in waiting for a list of small numbers: words over each of them would hide what they speak of. */
export function FreshList({
  of,
  children,
}: {
  readonly of: readonly { readonly freshness: Freshness }[];
  readonly children: ReactNode;
}): ReactNode {
  const freshness = freshest(of);
  return freshness === null ? children : <Fresh freshness={freshness}>{children}</Fresh>;
}
