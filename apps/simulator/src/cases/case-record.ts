import type { dossierEventSchema } from '@flagtower/contracts';
import type { z } from 'zod';

import { instantText } from '../calendar/instant-text.ts';

/** A line of the intake as we write it. */
export type CaseRecord = z.input<typeof dossierEventSchema>;

/** A record and the moment (epoch milliseconds) from which its source can tell of it. */
export interface TimedRecord {
  readonly at: number;
  readonly record: CaseRecord;
}

/** The cases of one day in portions, so that whoever takes them can breathe between; in a portion, case by case. */
export type Cohort = Generator<readonly TimedRecord[], void, undefined>;

type StepName = CaseRecord['steps'][number]['step'];

/** What a telling says beside its steps. */
interface Values {
  readonly unit?: string;
  readonly procedure?: string;
  readonly channel?: string;
  /** Epoch milliseconds. */
  readonly due?: number;
  readonly dating?: CaseRecord['dating'];
  readonly activity?: string;
  readonly payment?: CaseRecord['payment'];
  readonly result?: CaseRecord['result'];
}

/** Earlier steps that the same telling makes known, oldest first. */
type Before = readonly (readonly [step: StepName, at: number])[];

/** Tells the life of one case, step by step: records are numbered in the order of telling. */
export interface Teller {
  readonly records: readonly TimedRecord[];
  tell: (step: StepName, at: number, values?: Values, before?: Before) => void;
}

export function tellerOf(caseKind: CaseRecord['caseKind'], dossier: string): Teller {
  const records: TimedRecord[] = [];
  const tell: Teller['tell'] = (step, moment, { due, dating = 'change', activity, ...values } = {}, before = []) => {
    const at = Math.floor(moment);
    const last = { step, at: instantText(at), ...(activity === undefined ? {} : { activity }) };
    records.push({
      at,
      record: {
        kind: 'dossier-event',
        recordId: `${dossier}/${records.length + 1}`,
        occurredAt: last.at,
        caseKind,
        dossier,
        steps: [...before.map(([name, earlier]) => ({ step: name, at: instantText(earlier) })), last],
        dating,
        // A correction takes the place of what was told in earlier versions, and of nothing else.
        ...(dating === 'correction' ? { version: 1 } : {}),
        ...values,
        ...(due === undefined ? {} : { due: { at: instantText(due), precision: 'minute' } }),
      },
    });
  };
  return { records, tell };
}
