import { hash as digest } from 'node:crypto';

/** Short ids that fit an address: of what makes the thing one, so that they are the same in every ledger and at every start. */
export function incidentId(from: 'n' | 'c' | 'h', ...parts: readonly string[]): string {
  return `${from}-${digest('sha256', parts.join('\u0000'), 'hex').slice(0, 16)}`;
}
