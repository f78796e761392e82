import { daySchema, instantSchema, ledgerNameSchema } from '@flagtower/contracts';
import { instantOf, ledgerNamed, wholeCommit, type Ledger } from '@flagtower/store';
import { z } from 'zod';

import { cutOf, type ReadCut } from '../questions/cut.ts';
import type { Service } from '../service.ts';

/** What every read takes. Moments are days or instants; a day is its beginning in the ledger's zone. */
export const cutQuerySchema = z.object({
  ledger: ledgerNameSchema.default('trial'),
  at: z.string().max(40).optional().describe('what was true then; default: the ledger’s present'),
  known: z.string().max(40).optional().describe('as we knew it then; default: everything committed'),
  knownSeq: z.coerce.number().int().min(0).optional().describe('as we knew it at this commit; instead of `known`'),
  geography: z.string().max(10).optional().describe('the units of that day; default: the day of `at`'),
});

/** The cut that a read used; every answer tells it. */
export const cutAnswerSchema = z.object({
  ledger: ledgerNameSchema,
  at: instantSchema,
  known: instantSchema.nullable(),
  knownSeq: z.number().int(),
  geography: daySchema,
  simulated: z.boolean(),
});
type CutAnswer = z.output<typeof cutAnswerSchema>;

export interface CutRead {
  readonly ledger: Ledger;
  readonly cut: ReadCut;
  readonly answer: CutAnswer;
}

/** Finds the ledger and the whole commit of a read, so that all parts of its answer speak of one moment. */
export async function readCut(
  { store, city, now }: Service,
  { ledger: name, ...words }: z.output<typeof cutQuerySchema>,
): Promise<CutRead> {
  const ledger = await ledgerNamed(store.pool, city.id, name);
  const asked = await cutOf(store.pool, ledger, words, now());
  const known = await wholeCommit(store.pool, ledger.id, asked.knownSeq);
  const cut = { ...asked, knownSeq: known.seq };
  return {
    ledger,
    cut,
    answer: {
      ledger: ledger.name,
      ...cut,
      known: known.recordedAt === null ? null : instantOf(Math.round(known.recordedAt)),
      simulated: ledger.name === 'simulated',
    },
  };
}
