import type { StepName } from '@flagtower/contracts';

import { compareText, standingClaims, stepOrder, type Claim, type ClaimedStep, type Due } from './claim.ts';
import type { Cell } from './fact.ts';
import { claimsOfSpeaker, timelineOf, type Dated } from './timeline.ts';

/** A dossier's life as its claims tell it, ready to be walked through in time. */
export interface Life {
  readonly unit: readonly Dated<string>[];
  readonly procedure: readonly Dated<string>[];
  readonly channel: readonly Dated<string>[];
  readonly due: readonly Dated<Due | null>[];
  /** In order of time, ties in the order of the life cycle; without `activity`, `amended` and `transferred`, which move nothing. */
  readonly steps: readonly ClaimedStep[];
  readonly activities: readonly ClaimedStep[];
  /** Whose receipt counts; the source of the dossier's cell. */
  readonly source: string;
  /** Things that two sources tell differently. */
  readonly disagreements: number;
}

const movingSteps = [
  'submitted',
  'received',
  'refused',
  'paused',
  'resumed',
  'handled',
  'withdrawn',
  'returned',
  'reopened',
] as const;

/**
 * @param told every claim on one dossier, in any order, repeated or not
 * @returns `null` when nothing is claimed
 */
export function lifeOf(told: readonly Claim[]): Life | null {
  const claims = standingClaims(told);
  const [first] = claims;
  if (first === undefined) return null;
  const severalSources = claims.some(({ source }) => source !== first.source);
  const voices = (speaks: (claim: Claim) => boolean): Claim[] =>
    severalSources ? claimsOfSpeaker(claims, speaks) : claims;

  const unit = timelineOf(
    voices((claim) => claim.unit !== undefined),
    (claim) => claim.unit,
  );
  const procedure = timelineOf(
    voices((claim) => claim.procedure !== undefined),
    (claim) => claim.procedure,
  );
  const channel = timelineOf(
    voices((claim) => claim.channel !== undefined),
    (claim) => claim.channel,
  );
  const due = timelineOf(
    voices((claim) => claim.due !== undefined),
    (claim) => claim.due,
  );

  const stepsNamed = (name: StepName): ClaimedStep[] =>
    voices((claim) => claim.steps.some(({ step }) => step === name)).flatMap((claim) =>
      claim.steps.filter(({ step }) => step === name),
    );
  const steps = movingSteps.flatMap(stepsNamed);
  return {
    unit,
    procedure,
    channel,
    due,
    steps: steps.toSorted((a, b) => a.at - b.at || stepOrder[a.step] - stepOrder[b.step]),
    activities: stepsNamed('activity'),
    source: voices((claim) => claim.steps.some(({ step }) => step === 'received'))[0]?.source ?? first.source,
    disagreements: severalSources ? disagreementsIn(claims) : 0,
  };
}

/** The value in force at a moment: the last one that acts from then or before. */
export function valueAt<Value>(timeline: readonly Dated<Value>[], at: number): Value | null {
  return timeline.findLast(({ from }) => from <= at)?.value ?? null;
}

export function cellAt(life: Life, at: number): Cell {
  return { unit: valueAt(life.unit, at), procedure: valueAt(life.procedure, at), channel: valueAt(life.channel, at) };
}

/** How many of the things that several sources tell end differently, source by source. */
function disagreementsIn(claims: readonly Claim[]): number {
  const bySource = Map.groupBy(claims, ({ source }) => source);
  const told = new Map<string, Set<string>>();
  const say = (thing: string, value: string): void => {
    told.set(thing, (told.get(thing) ?? new Set()).add(value));
  };
  for (const own of bySource.values()) {
    for (const field of ['unit', 'procedure', 'channel'] as const) {
      const last = timelineOf(own, (claim) => claim[field]).at(-1);
      if (last !== undefined) say(field, last.value);
    }
    const due = timelineOf(own, (claim) => claim.due).at(-1);
    if (due !== undefined) say('due', String(due.value?.at ?? null));
    for (const name of movingSteps) {
      const times = own.flatMap(({ steps }) => steps.filter(({ step }) => step === name).map(({ at }) => at));
      if (times.length > 0) say(name, times.toSorted((a, b) => a - b).join());
    }
  }
  return [...told.values()].filter((values) => values.size > 1).length;
}

/** For lists and heads: ties between equal claims never depend on arrival, so neither does this order. */
export function byRecord(a: Claim, b: Claim): number {
  return compareText(a.source, b.source) || compareText(a.recordId, b.recordId) || a.version - b.version;
}
