import { FlagtowerError } from '@flagtower/contracts';

import { ownWords } from '../text/own-words.ts';
import { wallTime, type WallTime } from './wall-time.ts';

const TOKENS = /'[^']*'|yyyy|MM?|dd?|HH?|hh?|mm?|ss?|S+|XXX?|a|[A-Za-z]+|\s+|[^A-Za-z\s']/g;

/** Each token as a named group. One or two digits are taken either way: people drop leading zeros. */
const GROUPS: Readonly<Record<string, string>> = ownWords({
  yyyy: '(?<year>\\d{4})',
  MM: '(?<month>\\d{1,2})',
  M: '(?<month>\\d{1,2})',
  dd: '(?<day>\\d{1,2})',
  d: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d{1,2})',
  H: '(?<hour>\\d{1,2})',
  hh: '(?<half>\\d{1,2})',
  h: '(?<half>\\d{1,2})',
  mm: '(?<minute>\\d{1,2})',
  m: '(?<minute>\\d{1,2})',
  ss: '(?<second>\\d{1,2})',
  s: '(?<second>\\d{1,2})',
  X: '(?<offset>[Zz]|[+-]\\d{2}(?::?\\d{2})?)',
  XX: '(?<offset>[Zz]|[+-]\\d{2}(?::?\\d{2})?)',
  XXX: '(?<offset>[Zz]|[+-]\\d{2}(?::?\\d{2})?)',
  // SA and CH (sáng, chiều) are what a Vietnamese spreadsheet writes for AM and PM.
  a: '(?<meridiem>[AaPp]\\.?[Mm]\\.?|SA|CH)',
});

function groupOf(token: string, pattern: string): string {
  if (/^S+$/.test(token)) return '(?<fraction>\\d{1,9})';
  const group = GROUPS[token];
  if (group !== undefined) return group;
  if (/^[A-Za-z]/.test(token))
    throw new FlagtowerError('BAD_REQUEST', 'The time format has an unknown part', {
      place: `timeFormats: ${pattern}`,
      remedy: 'Use yyyy MM dd HH hh mm ss S a XXX, and quotes around letters that stand for themselves',
    });
  if (/^\s/.test(token)) return '\\s+';
  return RegExp.escape(token.replaceAll("'", ''));
}

/** 13 PM and 0 AM are no times; this fails the check of the time of day. */
const NO_HOUR = 99;

function hourOf(groups: Readonly<Record<string, string | undefined>>): number | null {
  if (groups['hour'] !== undefined) return Number(groups['hour']);
  if (groups['half'] === undefined) return null;
  const half = Number(groups['half']);
  if (half < 1 || half > 12) return NO_HOUR;
  const afternoon = /^(p|ch)/i.test(groups['meridiem'] ?? '');
  return (half % 12) + (afternoon ? 12 : 0);
}

/**
 * A reader of times in one format such as `MM/dd/yyyy hh:mm:ss a`.
 * @throws FlagtowerError `BAD_REQUEST` when the format names a part that we do not know
 */
export function patternTime(pattern: string): (text: string) => WallTime | null {
  const source = [...pattern.matchAll(TOKENS)].map(([token]) => groupOf(token, pattern)).join('');
  const regex = compile(source, pattern);
  return (text) => {
    const groups = regex.exec(text)?.groups;
    if (groups === undefined) return null;
    return wallTime({
      year: Number(groups['year']),
      month: Number(groups['month']),
      day: Number(groups['day']),
      hour: hourOf(groups),
      minute: Number(groups['minute'] ?? 0),
      second: groups['second'] === undefined ? null : Number(groups['second']),
      fraction: groups['fraction'] ?? '',
      offset: groups['offset'] ?? null,
    });
  };
}

function compile(source: string, pattern: string): RegExp {
  for (const part of ['year', 'month', 'day'])
    if (!source.includes(`?<${part}>`))
      throw new FlagtowerError('BAD_REQUEST', `The time format has no ${part}`, {
        place: `timeFormats: ${pattern}`,
        remedy: 'A format needs yyyy, MM and dd',
      });
  try {
    return new RegExp(`^${source}$`, 'u');
  } catch (error) {
    // The same part twice is a group twice.
    throw new FlagtowerError('BAD_REQUEST', 'The time format names a part twice', {
      place: `timeFormats: ${pattern}`,
      remedy: 'Name each part once',
      cause: error,
    });
  }
}
