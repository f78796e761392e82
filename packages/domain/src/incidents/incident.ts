import type { IncidentSeverity, IncidentState } from '@flagtower/contracts';

import type { Deed } from './deed.ts';
import type { IncidentHead } from './head.ts';
import type { Occasion } from './occasion.ts';

/** Occasions that are one, with what people did about them; times in epoch milliseconds. */
export interface Incident {
  /** Of its first occasion. Any id of any of its occasions leads to it. */
  readonly id: string;
  readonly kind: string;
  /** Who looks after it: the center that a person gave it to last, else the one of its kind. */
  readonly center: string;
  /** The worst that is told of what still goes on; of what is over, the worst that ever was. */
  readonly severity: IncidentSeverity;
  /** What it is told by. */
  readonly head: IncidentHead;
  readonly state: IncidentState;
  readonly over: boolean;
  readonly from: number;
  readonly to: number | null;
  /** By their beginning; never empty. */
  readonly occasions: readonly Occasion[];
  /** In their order. */
  readonly deeds: readonly Deed[];
  readonly acknowledged: Deed | null;
  /** `null` deed: by the city's rule. */
  readonly closed: { readonly deed: Deed | null; readonly at: number } | null;
  /** When something got worse after a close and it was raised once more. */
  readonly raisedAgainAt: readonly number[];
  readonly follows: string | null;
}
