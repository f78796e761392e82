import type { Mapping, PauseReason, StepName } from '@flagtower/contracts';

import { wordTable } from '../text/word-table.ts';

/** What a source's word means in the life of a dossier. */
export interface StepWord {
  readonly step: StepName;
  /** Of a pause, where the word says what it waits for. */
  readonly reason: PauseReason | null;
}

/** @returns a look-up without regard to case and blanks; `null`: the mapping does not know the word */
export function stepWords(steps: NonNullable<Mapping['steps']>): (word: string | null) => StepWord | null {
  const words = Object.entries(steps).map(([word, meaning]): [string, StepWord] => [
    word,
    typeof meaning === 'string'
      ? { step: meaning, reason: null }
      : { step: meaning.step, reason: meaning.reason ?? null },
  ]);
  const lookUp = wordTable<StepWord>(Object.fromEntries(words));
  return (word) => (word === null ? null : (lookUp(word) ?? null));
}
