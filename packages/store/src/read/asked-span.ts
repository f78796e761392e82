import type { KpiQuery } from '@flagtower/contracts';
import { spanOf, type Span } from '@flagtower/domain';

import type { Asked } from './asked.ts';

/** The bounds of a question's period in epoch milliseconds; `null`: it has none there. */
export function periodOf({ from, to }: Pick<KpiQuery, 'from' | 'to'>): {
  readonly from: number | null;
  readonly to: number | null;
} {
  return { from: msOf(from), to: msOf(to) };
}

/** The stretch of time that a question's figure looks at. */
export function askedSpan({ definition, query, at }: Pick<Asked, 'definition' | 'query' | 'at'>): Span {
  return spanOf(definition.formula, { ...periodOf(query), at });
}

function msOf(instant: string | null): number | null {
  return instant === null ? null : Date.parse(instant);
}

/** A breakdown along the time. */
export function isSeries(by: KpiQuery['by']): by is 'day' | 'hour' | 'month' {
  return by === 'day' || by === 'hour' || by === 'month';
}
