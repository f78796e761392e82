import { hash as digest } from 'node:crypto';

import type { IncidentKind } from '@flagtower/contracts';
import { kindOfNotice } from '@flagtower/domain';

import type { ToldNotice } from '../read/notices.ts';

/** Short ids that fit an address: of what makes the thing one, so that they are the same in every ledger and at every start. */
export function incidentId(from: 'n' | 'c' | 'h', ...parts: readonly string[]): string {
  return `${from}-${digest('sha256', parts.join('\u0000'), 'hex').slice(0, 16)}`;
}

/** An id of the incident that a notice is told of; `null`: it is told of none, an exercise or roadworks. */
export function incidentOfNotice(
  { source, notice }: Pick<ToldNotice, 'source' | 'notice'>,
  kinds: readonly IncidentKind[],
): string | null {
  const isOne = notice.status === 'actual' && kindOfNotice(kinds, notice) !== null;
  return isOne ? incidentId('n', source, notice.recordId) : null;
}
