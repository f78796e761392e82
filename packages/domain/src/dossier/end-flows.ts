import type { Flow } from '@flagtower/contracts';

import type { Life } from './life.ts';
import { valueAt } from './timeline.ts';

/**
 * What is counted of the payment and the result of a dossier whose handling ends and that was not withdrawn. Both are looked at in
 * this moment, so that a share of them never exceeds what it is a share of.
 */
export function endFlows({ payment, result }: Pick<Life, 'payment' | 'result'>, at: number): Flow[] {
  const flows: Flow[] = [];
  const paid = valueAt(payment, at);
  if (paid !== null && paid !== 'none') flows.push('payment-asked');
  if (paid === 'online') flows.push('paid-online');
  const form = valueAt(result, at);
  if (form !== null) flows.push('result-told');
  if (form === 'digital') flows.push('result-digital');
  return flows;
}

/** What is counted of the last end that was no withdrawal: the last word of whoever asked, whenever it was said. */
export function ratingFlows({ rating }: Pick<Life, 'rating'>): Flow[] {
  const said = valueAt(rating, Infinity);
  if (said === null) return [];
  return said === 'satisfied' ? ['rated', 'rated-satisfied'] : ['rated'];
}
