import type { Payment, Rating, ResultForm, StepName } from '@flagtower/contracts';

import { keyOfCode, type Geography } from '../geography/geography.ts';
import { placedKey } from '../geography/place-in.ts';
import { standingClaims, stepOrder, type Claim, type ClaimedStep, type Due } from './claim.ts';
import { disagreementsIn } from './disagreements.ts';
import type { Cell } from './fact.ts';
import { claimsOfSpeaker } from './speaker.ts';
import { timelineOf, valueAt, type Dated } from './timeline.ts';

/** A dossier's life as its claims tell it, ready to be walked through in time. */
export interface Life {
  /** Codes as told, or, where the rules have a geography, keys of the units' lives that they mean. */
  readonly unit: readonly Dated<string>[];
  readonly procedure: readonly Dated<string>[];
  readonly channel: readonly Dated<string>[];
  readonly due: readonly Dated<Due | null>[];
  readonly limit: readonly Dated<ToldLimit>[];
  readonly payment: readonly Dated<Payment>[];
  readonly result: readonly Dated<ResultForm>[];
  readonly rating: readonly Dated<Rating>[];
  /** Those that can move a dossier, in order of time, ties in the order of the life cycle. */
  readonly steps: readonly ClaimedStep[];
  readonly activities: readonly ClaimedStep[];
  /** The source of the dossier's cell: whose receipt counts, or who may speak first where nobody told one. */
  readonly source: string;
  /** Things that two sources tell differently. */
  readonly disagreements: number;
}

/** Working days that a procedure may take, as a record was taken down with. */
export interface ToldLimit {
  readonly procedure: string;
  readonly workingDays: number;
}

type ValueField = 'unit' | 'procedure' | 'channel' | 'payment' | 'result' | 'rating';

const movesNothing: ReadonlySet<StepName> = new Set(['submitted', 'transferred', 'amended', 'activity']);

/**
 * @param told every claim on one dossier, in any order, repeated or not
 * @returns `null` when nothing is claimed
 */
export function lifeOf(told: readonly Claim[], geography: Geography | null = null): Life | null {
  const claims = standingClaims(told);
  const [first] = claims;
  if (first === undefined) return null;
  const severalSources = claims.some(({ source }) => source !== first.source);
  const voices = (speaks: (claim: Claim) => boolean): Claim[] =>
    severalSources ? claimsOfSpeaker(claims, speaks) : claims;
  const timeline = <Field extends ValueField>(field: Field): Dated<NonNullable<Claim[Field]>>[] =>
    timelineOf(
      voices((claim) => claim[field] !== undefined),
      (claim) => claim[field] ?? undefined,
    );
  const unitIn = ({ unit, at }: Claim): string | undefined =>
    // A code was used again: which life it means is a matter of when it was said, also where a correction says it.
    unit === undefined || geography === null ? unit : keyOfCode(geography, unit, at);
  const [receiver] = voices((claim) => claim.steps.some(({ step }) => step === 'received'));
  const [teller = first] = voices(() => true);

  const steps = severalSources ? stepsHeard(claims) : claims.flatMap((claim) => claim.steps);
  return {
    unit: timelineOf(
      voices(({ unit }) => unit !== undefined),
      unitIn,
    ),
    procedure: timeline('procedure'),
    channel: timeline('channel'),
    due: timelineOf(
      voices((claim) => claim.due !== undefined),
      (claim) => claim.due,
      (a, b) => a?.at === b?.at,
    ),
    limit: timelineOf(
      voices((claim) => limitIn(claim) !== undefined),
      limitIn,
      (a, b) => a.procedure === b.procedure && a.workingDays === b.workingDays,
    ),
    payment: timeline('payment'),
    result: timeline('result'),
    rating: timeline('rating'),
    steps: steps
      .filter(({ step }) => !movesNothing.has(step))
      .toSorted((a, b) => a.at - b.at || stepOrder[a.step] - stepOrder[b.step]),
    activities: steps.filter(({ step }) => step === 'activity'),
    source: (receiver ?? teller).source,
    disagreements: severalSources ? disagreementsIn(claims) : 0,
  };
}

/** A limit is of the procedure that was told with it: told without one it says nothing. */
function limitIn({ limit, procedure }: Claim): ToldLimit | undefined {
  return limit === undefined || procedure === undefined ? undefined : { procedure, workingDays: limit };
}

/** Of each kind of step those of the source that may speak on it. */
function stepsHeard(claims: readonly Claim[]): ClaimedStep[] {
  const kinds = new Set(claims.flatMap((claim) => claim.steps.map(({ step }) => step)));
  return [...kinds].flatMap((kind) =>
    claimsOfSpeaker(claims, (claim) => claim.steps.some(({ step }) => step === kind)).flatMap((claim) =>
      claim.steps.filter(({ step }) => step === kind),
    ),
  );
}

/** Where a life is counted at a moment: in the unit that was told, as it stands among the units of that moment. */
export function cellAt(life: Life, at: number, geography: Geography | null = null): Cell {
  const told = valueAt(life.unit, at);
  const unit = told === null || geography === null ? told : placedKey(geography, told, at);
  return { unit, procedure: valueAt(life.procedure, at), channel: valueAt(life.channel, at) };
}
