import { numberText, signedText, type Language } from '@flagtower/charts';
import {
  formCheckSchema,
  formRemainderSchema,
  type FormAnswer,
  type FormChecks,
  type FormRow,
  type StatedForm,
} from '@flagtower/contracts';

import { formWords } from './form-words.ts';

/** A line of the table: ours, or what a source states of the same unit, right below ours. */
export interface FormLine {
  readonly key: string;
  readonly kind: FormRow['kind'] | 'stated';
  readonly unit: string | null;
  readonly figures: FormRow['figures'];
  readonly checks: FormChecks;
  /** Of our own lines. */
  readonly remainders: FormRow['remainders'] | null;
  readonly statedBy: string | null;
}

export function linesOf({ rows, stated }: Pick<FormAnswer, 'rows' | 'stated'>): FormLine[] {
  return rows.flatMap((row) => [
    { ...row, key: `${row.kind} ${row.unit ?? ''}`, statedBy: null },
    ...stated.filter(({ unit }) => unit === row.unit).map(statedLine),
  ]);
}

function statedLine({ unit, figures, checks, statedBy }: StatedForm): FormLine {
  return { key: `stated ${unit} ${statedBy}`, kind: 'stated', unit, figures, checks, remainders: null, statedBy };
}

/** What a line's check says, as a word and in full. */
export interface CheckText {
  readonly state: 'adds' | 'differs' | 'unknown';
  readonly short: string;
  readonly long: string;
}

/** A sign and a word, so that it can be read without colour; the full text names every sum that does not add up. */
export function checkText({ checks, remainders }: FormLine, language: Language): CheckText {
  const words = formWords[language];
  const wrong = formCheckSchema.options.filter((check) => checks[check] !== null && checks[check] !== 0);
  if (wrong.length > 0) {
    const long = wrong.map((check) => {
      const difference = checks[check] ?? 0;
      const text = `${words.checks[check]}: ${words.differs(signedText(difference, language))}`;
      const isTold = check === 'identity' && difference === remainders?.['out-of-order'];
      return isTold ? `${text}, ${words.outOfOrder(numberText(Math.abs(difference), language))}` : text;
    });
    const [first] = wrong;
    return {
      state: 'differs',
      short: first === undefined ? '' : `≠ ${signedText(checks[first] ?? 0, language)}`,
      long: long.join('; '),
    };
  }
  const isKnown = formCheckSchema.options.every((check) => checks[check] !== null);
  return isKnown
    ? { state: 'adds', short: '✓', long: words.adds }
    : { state: 'unknown', short: '–', long: words.notKnown };
}

/** What stands beside the 16 columns, as one sentence; empty where there is nothing. */
export function remainderText({ remainders }: FormLine, language: Language): string {
  if (remainders === null) return '';
  return formRemainderSchema.options
    .flatMap((name) => {
      const value = remainders[name];
      return value === null || value === 0
        ? []
        : [`${formWords[language].remainders[name]} ${numberText(value, language)}`];
    })
    .join(' · ');
}

/** On which side of the balance a figure without a column stands: in (+) or out (−). */
const balanceSides = [
  ['reopened', 1],
  ['transferred-in', 1],
  ['transferred-out', -1],
] as const;

/** What of the balance has no column; empty where columns 1, 7, 11 and 14 alone balance. Who adds the columns up needs it. */
export function balanceText({ remainders }: FormLine, language: Language): string {
  if (remainders === null) return '';
  return balanceSides
    .flatMap(([name, side]) => {
      const value = remainders[name];
      return value === null || value === 0
        ? []
        : [`${signedText(side * value, language)} ${formWords[language].remainders[name]}`];
    })
    .join(' · ');
}
