import {
  bareText,
  calendarDayText,
  dayText,
  numberText,
  sharePointsText,
  signedText,
  statedText,
  type Language,
} from '@flagtower/charts';
import type { ProgrammeRow, Target } from '@flagtower/contracts';

import { programmeWords } from './programme-words.ts';

/** Parts of a row as people read them; screen and files say the same. */

export function valueText({ value, bound, unitOfMeasure, stated }: ProgrammeRow, language: Language): string {
  const words = programmeWords[language];
  if (value !== null) return statedText({ value, bound, unitOfMeasure }, language);
  return stated === null ? words.nothing : words.noNumber;
}

/** Of what day or period the value is. */
export function asOfText(
  { value, valueDay, stated, countedSince }: ProgrammeRow,
  zone: string,
  language: Language,
): string {
  const words = programmeWords[language];
  if (valueDay === null || (value === null && stated === null)) return '';
  const day = calendarDayText(valueDay);
  return countedSince === null ? words.asOf(day) : words.countedOver(dayText(Date.parse(countedSince), zone), day);
}

/** Whom the value is from. */
export function fromText(
  { stated, kind, source }: ProgrammeRow,
  language: Language,
  nameOf: (id: string) => string,
): string {
  const words = programmeWords[language];
  if (stated !== null) {
    const { author, approver, statedBy } = stated;
    const who = author === null || approver === null ? words.ofProfile : words.approved(author, approver);
    return `${statedBy} · ${who}`;
  }
  if (kind === 'counted' && source.length > 0) return words.counted(source.map(nameOf).join(', '));
  return words.noSource;
}

export function targetText({ value, upTo }: Target, unitOfMeasure: string, language: Language): string {
  if (upTo === null) return statedText({ value, bound: null, unitOfMeasure }, language);
  const [from, to] = [
    bareText(value, unitOfMeasure, language),
    statedText({ value: upTo, bound: null, unitOfMeasure }, language),
  ];
  return programmeWords[language].target(from, to);
}

/** One digit: a pace is computed, not stated. */
export function paceText(pace: number, unitOfMeasure: string, language: Language): string {
  return unitOfMeasure === '1' ? `${numberText(pace * 100, language, 1)}%` : numberText(pace, language, 1);
}

export function gapText(gap: number, unitOfMeasure: string, language: Language): string {
  return unitOfMeasure === '1' ? sharePointsText(gap, language) : signedText(gap, language, 1);
}
