import type { Freshness } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { useFreshness } from './use-freshness.ts';

import './row-value.css';

/** A number in a row of a list: dimmed and struck when only this row's source is old, a dash when it is lost. */
export function RowValue({
  freshness,
  children,
}: {
  readonly freshness: Freshness;
  readonly children: ReactNode;
}): ReactNode {
  const { state } = useFreshness(freshness);
  return (
    <span className="row-value" data-age={state}>
      {state === 'lost' || state === 'none' ? '—' : children}
    </span>
  );
}
