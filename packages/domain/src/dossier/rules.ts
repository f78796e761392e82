import type { Geography } from '../geography/geography.ts';
import type { DueRule } from './due-rule.ts';

/** What the fold needs to know besides the claims. Versioned: a ledger adopts a version by a record of its own. */
export interface FoldRules {
  readonly version: number;
  /** Days are cut here (`handled-early` compares days). */
  readonly zone: string;
  readonly nearDueMs: number;
  /** Channels that count as sent online; at home is a part of it. */
  readonly onlineChannels: ReadonlySet<string>;
  readonly atHomeChannels: ReadonlySet<string>;
  /** The public postal service (BCCI). */
  readonly postChannels: ReadonlySet<string>;
  /** `null`: a dossier that nobody told a due date for has none. */
  readonly dueRule: DueRule | null;
  /** `null`: a unit is the code that was told for it, and lasts for ever. */
  readonly geography: Geography | null;
}

const hourMs = 3_600_000;

/**
 * Version 1. Near due is the 24 hours that Da Nang's center warns at; the clock of a due moment stops in elapsed time
 * while the dossier is paused.
 */
export function foldRules(zone: string, dueRule: DueRule | null = null): FoldRules {
  return {
    version: 1,
    zone,
    nearDueMs: 24 * hourMs,
    onlineChannels: new Set(['online', 'at-home']),
    atHomeChannels: new Set(['at-home']),
    postChannels: new Set(['post']),
    dueRule,
    geography: null,
  };
}
