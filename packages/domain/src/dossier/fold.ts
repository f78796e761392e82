import type { Claim } from './claim.ts';
import type { DuePrecision } from './due-clock.ts';
import type { Cell, Fact } from './fact.ts';
import { lifeOf, type Life } from './life.ts';
import type { FoldRules } from './rules.ts';
import type { Standing } from './standing.ts';
import { Walk } from './walk.ts';

/** What a dossier's claims come to. */
export interface Folded {
  /** Every dated fact of the dossier, future ones included. */
  readonly facts: readonly Fact[];
  /** After everything that was told. */
  readonly standing: Standing;
  /** Where it was when something was told last; units that end later take it along without anybody telling. */
  readonly cell: Cell;
  readonly source: string | null;
  readonly disagreements: number;
  /** Epoch milliseconds; `null`: not told. */
  readonly receivedAt: number | null;
  readonly closedAt: number | null;
  /** The due moment in force at the end, its stopped clock included. */
  readonly dueAt: number | null;
  readonly duePrecision: DuePrecision | null;
}

/**
 * Turns all that was told of one dossier into its dated facts. The order and repetition of the claims do not matter.
 * The walk goes from moment to moment at which something was told, and between them to the moments at which the clock
 * alone changes something: 24 hours before the due moment, the first millisecond after it, and where its unit ends.
 */
export function foldDossier(claims: readonly Claim[], rules: FoldRules): Folded {
  const life = lifeOf(claims, rules.geography);
  if (life === null) return nothingTold;
  const walk = new Walk(life, rules);
  for (const moment of momentsOf(life)) {
    walk.letTimePass(moment);
    walk.arriveAt(moment);
  }
  walk.letTimePass(Infinity);
  return { ...walk.end(), source: life.source, disagreements: life.disagreements };
}

const nothingTold: Folded = {
  facts: [],
  standing: 'new',
  cell: { unit: null, procedure: null, channel: null },
  source: null,
  disagreements: 0,
  receivedAt: null,
  closedAt: null,
  dueAt: null,
  duePrecision: null,
};

function momentsOf(life: Life): number[] {
  const moments = new Set<number>();
  for (const { at } of life.steps) moments.add(at);
  for (const timeline of [life.unit, life.procedure, life.channel, life.due]) {
    for (const { from } of timeline) if (from !== -Infinity) moments.add(from);
  }
  return [...moments].toSorted((a, b) => a - b);
}
