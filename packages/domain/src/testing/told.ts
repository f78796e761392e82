import type { Claim, ClaimedStep } from '../dossier/claim.ts';
import { foldDossier } from '../dossier/fold.ts';
import { foldRules } from '../dossier/rules.ts';
import { sumUpTo } from './sum-up.ts';

/** The office's clock on a day of March 2026, which begins on a Sunday, seven hours east of UTC. */
export function on(day: number, clock = '09:00:00.000'): number {
  return Date.parse(`2026-03-${String(day).padStart(2, '0')}T${clock.padEnd(12, ':00.000')}+07:00`);
}

export const office = foldRules('Asia/Ho_Chi_Minh');

/** A row of an event list: one step, whose values act from its moment. */
export function told(step: ClaimedStep['step'], at: number, more: Partial<Claim> = {}): Claim {
  return {
    source: 'hall',
    rank: 1,
    recordId: `${step}@${String(at)}`,
    version: 0,
    hash: 'h',
    at,
    dating: 'change',
    steps: [{ step, at }],
    ...more,
  };
}

export function dueAt(at: number): { due: { at: number; precision: 'instant' } } {
  return { due: { at, precision: 'instant' } };
}

/** What the ledger counts of one dossier at a moment, by measure, wherever it is counted. */
export function countsAt(claims: readonly Claim[], at: number): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [key, sum] of sumUpTo(foldDossier(claims, office).facts, at)) {
    const [measure = ''] = key.split('|');
    counts[measure] = (counts[measure] ?? 0) + sum;
  }
  return counts;
}

/** The same by `measure@unit`. */
export function countsByUnitAt(claims: readonly Claim[], at: number): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [key, sum] of sumUpTo(foldDossier(claims, office).facts, at)) {
    const [measure, unit] = key.split('|');
    counts[`${measure ?? ''}@${unit ?? ''}`] = (counts[`${measure ?? ''}@${unit ?? ''}`] ?? 0) + sum;
  }
  return counts;
}
