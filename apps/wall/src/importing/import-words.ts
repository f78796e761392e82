import type { Language } from '@flagtower/charts';
import type { LedgerName, Mapping, ProblemCode, RejectionReason, StepName } from '@flagtower/contracts';

import { importWordsEn } from './import-words.en.ts';
import { importWordsVi } from './import-words.vi.ts';
import type { FieldName } from './mapping-edit.ts';

/** A problem in the reader's words: what is wrong, and what to do about it. */
interface ProblemWords {
  readonly title: string;
  readonly remedy: string;
}

/** Everything that the import page says; a sentence that one language lacks does not compile. Numbers arrive as text. */
export interface ImportWords {
  readonly title: string;
  readonly key: {
    readonly label: string;
    readonly why: string;
    readonly notAdmin: (name: string) => string;
    readonly signIn: string;
    readonly orKey: string;
    readonly use: string;
    readonly forget: string;
  };
  readonly file: {
    readonly title: string;
    readonly drop: string;
    readonly choose: string;
    readonly looking: string;
    readonly other: string;
    readonly sample: string;
    readonly packed: string;
    readonly personal: (columns: string) => string;
  };
  readonly templates: {
    readonly title: string;
    readonly shapes: Readonly<Record<'dossiers' | 'events', string>>;
    readonly empty: string;
    readonly filled: string;
    readonly link: (shape: string, kind: string, format: string) => string;
  };
  readonly format: string;
  readonly mapping: {
    readonly title: string;
    readonly none: string;
    readonly shipped: (name: string) => string;
    readonly guessed: string;
    readonly adjust: string;
    readonly shape: string;
    readonly shapes: Readonly<Record<Mapping['shape'], string>>;
    readonly caseKind: string;
    readonly caseKinds: Readonly<Record<Mapping['caseKind'], string>>;
    readonly field: string;
    readonly column: string;
    readonly noColumn: string;
    readonly constant: (value: string) => string;
    readonly fields: Readonly<Record<FieldName, string>>;
    readonly words: string;
    readonly noStep: string;
    readonly steps: Readonly<Record<StepName, string>>;
    readonly zone: string;
    readonly zoneHint: string;
    readonly formats: string;
    readonly formatsHint: string;
  };
  readonly target: {
    readonly title: string;
    readonly ledger: string;
    readonly ledgers: Readonly<Record<LedgerName, string>>;
    readonly source: string;
    readonly chooseSource: string;
    readonly newSource: string;
    readonly id: string;
    readonly idHint: string;
    readonly name: string;
    readonly zone: string;
    readonly declare: string;
    readonly asOf: string;
    readonly asOfHint: string;
  };
  readonly run: {
    readonly title: string;
    readonly dry: string;
    readonly real: string;
    readonly running: (rows: string, percent: string) => string;
    readonly dryDone: string;
    readonly done: string;
    readonly nothingKept: string;
  };
  readonly counts: Readonly<
    Record<
      | 'rows'
      | 'accepted'
      | 'duplicates'
      | 'quarantined'
      | 'dossiers'
      | 'events'
      | 'observations'
      | 'notices'
      | 'reports'
      | 'catalogueItems'
      | 'seconds',
      string
    >
  >;
  readonly span: (first: string, last: string, zone: string) => string;
  readonly reasonsTitle: string;
  readonly reasons: Readonly<Record<RejectionReason, string>>;
  readonly remarksTitle: string;
  readonly list: {
    readonly title: string;
    readonly none: string;
    readonly columns: Readonly<
      Record<'file' | 'source' | 'at' | 'accepted' | 'duplicates' | 'quarantined' | 'state', string>
    >;
    readonly running: string;
    readonly finished: string;
    readonly retracted: (at: string) => string;
    readonly retract: string;
    readonly retractNamed: (file: string) => string;
    readonly sure: (count: string) => string;
    readonly yes: string;
    readonly no: string;
  };
  readonly problems: Readonly<Record<ProblemCode, ProblemWords>>;
  readonly place: (place: string) => string;
  readonly told: (detail: string) => string;
}

export const importWords: Readonly<Record<Language, ImportWords>> = { vi: importWordsVi, en: importWordsEn };
