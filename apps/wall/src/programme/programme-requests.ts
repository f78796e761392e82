import {
  daySchema,
  instantSchema,
  ledgerNameSchema,
  programmeRowSchema,
  programmeSchema,
  programmeTallySchema,
} from '@flagtower/contracts';
import { z } from 'zod';

import { readJson } from '../stream/read-json.ts';

const answerSchema = z.object({
  ledger: ledgerNameSchema,
  at: instantSchema,
  known: instantSchema.nullable(),
  knownSeq: z.number(),
  geography: daySchema.nullable(),
  programmes: z.array(programmeSchema),
  rows: z.array(programmeRowSchema),
  tallies: z.array(programmeTallySchema),
});
export type ProgrammeAnswer = z.infer<typeof answerSchema>;

/** Which programme: of what books, at what moment, as known when. */
export interface ProgrammeQuestion {
  readonly ledger: string;
  readonly at?: string | undefined;
  readonly known?: string | undefined;
  /** A commit, in place of `known`. */
  readonly knownSeq?: string | undefined;
}

/** @param communes the communes' own rows in place of the others */
export async function readProgramme(
  { ledger, at, known, knownSeq }: ProgrammeQuestion,
  communes: boolean,
  signal: AbortSignal,
): Promise<ProgrammeAnswer> {
  const words = new URLSearchParams({ ledger });
  if (at !== undefined) words.set('at', at);
  if (known !== undefined) words.set('known', known);
  else if (knownSeq !== undefined) words.set('knownSeq', knownSeq);
  if (communes) words.set('level', 'commune');
  return await readJson(`/v1/programme?${words}`, answerSchema, { signal });
}
