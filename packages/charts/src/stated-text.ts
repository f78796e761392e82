import type { Bound } from '@flagtower/contracts';

import type { Language } from './language.ts';
import { measureWord } from './measure-words.ts';
import { numberText, shareText } from './number-format.ts';

const bounds: Readonly<Record<Language, Readonly<Record<Bound, (value: string) => string>>>> = {
  vi: {
    'more-than': (value) => `trên ${value}`,
    'at-least': (value) => `từ ${value} trở lên`,
    about: (value) => `khoảng ${value}`,
    'at-most': (value) => `tối đa ${value}`,
    'less-than': (value) => `dưới ${value}`,
  },
  en: {
    'more-than': (value) => `more than ${value}`,
    'at-least': (value) => `at least ${value}`,
    about: (value) => `about ${value}`,
    'at-most': (value) => `at most ${value}`,
    'less-than': (value) => `less than ${value}`,
  },
};

export interface StatedValue {
  readonly value: number;
  /** `null`: exactly this value. */
  readonly bound: Bound | null;
  readonly unitOfMeasure: string;
}

/** A value as somebody stated it: `trên 311.000 hồ sơ`, `55%`. No digit is added that nobody stated. */
export function statedText({ value, bound, unitOfMeasure }: StatedValue, language: Language): string {
  const text = bareText(value, unitOfMeasure, language);
  const bounded = bound === null ? text : bounds[language][bound](text);
  return unitOfMeasure === '1' ? bounded : `${bounded} ${measureWord(unitOfMeasure, language)}`;
}

/** The number alone, a share with its sign of per cent. */
export function bareText(value: number, unitOfMeasure: string, language: Language): string {
  if (unitOfMeasure === '1') return shareText(value, language, Number.isInteger(rounded(value * 100)) ? 0 : 1);
  return numberText(value, language, Number.isInteger(value) ? 0 : 1);
}

/** 0,57 × 100 is 56,99999999999999 to a computer. */
function rounded(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}
