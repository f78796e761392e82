import {
  paymentSchema,
  precisionSchema,
  ratingSchema,
  resultFormSchema,
  stepNameSchema,
  type TakenDossierEvent,
} from '@flagtower/contracts';
import type { Claim } from '@flagtower/domain';
import { z } from 'zod';

/** The claim of a record; times become epoch milliseconds. The record's schema has checked them. */
export function claimOf(
  event: TakenDossierEvent,
  told: { readonly source: string; readonly rank: number; readonly hash: string },
): Claim {
  return {
    ...told,
    recordId: event.recordId,
    version: event.version,
    at: Date.parse(event.occurredAt),
    dating: event.dating,
    steps: event.steps.map(({ step, at }) => ({ step, at: Date.parse(at) })),
    unit: event.unit,
    procedure: event.procedure,
    channel: event.channel,
    due: event.due && { at: Date.parse(event.due.at), precision: event.due.precision },
    limit: event.limit?.workingDays,
    payment: event.payment,
    result: event.result,
    rating: event.rating,
  };
}

const writtenClaimSchema = z.tuple([
  z.string(),
  z.number(),
  z.string(),
  z.number(),
  z.string(),
  z.number(),
  z.union([z.literal(0), z.literal(1)]),
  z.array(z.tuple([stepNameSchema, z.number()])),
  z.string().nullable(),
  z.string().nullable(),
  z.string().nullable(),
  /** 0: nothing said of it; `null`: taken back. */
  z.union([z.literal(0), z.null(), z.tuple([z.number(), precisionSchema])]),
  /** Payment, result and rating; most claims say nothing of them, and then end before them. */
  paymentSchema.nullable().optional(),
  resultFormSchema.nullable().optional(),
  /** Working days that were taken down with it, and a rating; most claims end before them too. */
  z.number().nullable().optional(),
  ratingSchema.nullable().optional(),
]);
const writtenClaimsSchema = z.array(writtenClaimSchema);
type WrittenClaim = z.infer<typeof writtenClaimSchema>;

/** A head's claims as compact JSON: positions instead of names, since there is one of these for every dossier. */
export function writeClaims(claims: readonly Claim[]): string {
  return JSON.stringify(claims.map(write));
}

function write(claim: Claim): WrittenClaim {
  const { source, rank, recordId, version, hash, at, dating, steps, unit, procedure, channel, due } = claim;
  return [
    source,
    rank,
    recordId,
    version,
    hash,
    at,
    dating === 'change' ? 0 : 1,
    steps.map(({ step, at: moment }) => [step, moment]),
    unit ?? null,
    procedure ?? null,
    channel ?? null,
    due === undefined ? 0 : due && [due.at, due.precision],
    ...outcome(claim),
  ];
}

type WrittenOutcome =
  | []
  | [WrittenClaim[12], WrittenClaim[13]]
  | [WrittenClaim[12], WrittenClaim[13], WrittenClaim[14]]
  | [WrittenClaim[12], WrittenClaim[13], WrittenClaim[14], WrittenClaim[15]];

function outcome({ payment, result, limit, rating }: Claim): WrittenOutcome {
  if (rating !== undefined) return [payment ?? null, result ?? null, limit ?? null, rating];
  if (limit !== undefined) return [payment ?? null, result ?? null, limit];
  return payment === undefined && result === undefined ? [] : [payment ?? null, result ?? null];
}

/** @throws ZodError when a head was written by something that is not us */
export function readClaims(written: unknown): Claim[] {
  return writtenClaimsSchema
    .parse(written)
    .map(
      ([
        source,
        rank,
        recordId,
        version,
        hash,
        at,
        dating,
        steps,
        unit,
        procedure,
        channel,
        due,
        payment,
        result,
        limit,
        rating,
      ]) => ({
        source,
        rank,
        recordId,
        version,
        hash,
        at,
        dating: dating === 0 ? 'change' : 'correction',
        steps: steps.map(([step, moment]) => ({ step, at: moment })),
        unit: unit ?? undefined,
        procedure: procedure ?? undefined,
        channel: channel ?? undefined,
        due: due === 0 ? undefined : due && { at: due[0], precision: due[1] },
        limit: limit ?? undefined,
        payment: payment ?? undefined,
        result: result ?? undefined,
        rating: rating ?? undefined,
      }),
    );
}
