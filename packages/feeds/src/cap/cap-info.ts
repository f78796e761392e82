import { severitySchema, type Notice, type Severity } from '@flagtower/contracts';

import { countIn, type Tally } from '../tally.ts';
import { instantText, type ReadMoment } from '../times/moment.ts';
import type { XmlElement } from '../xml/element-finder.ts';
import { textAt } from '../xml/element-parts.ts';

/** Worst first, as in the schema. */
const severities: readonly Severity[] = severitySchema.options;
const urgencies = ['immediate', 'expected', 'future', 'past', 'unknown'] as const;
const certainties = ['observed', 'likely', 'possible', 'unlikely', 'unknown'] as const;

function wordOf<Word extends string>(words: readonly Word[], text: string): Word | 'unknown' {
  return words.find((word) => word === text.toLowerCase()) ?? 'unknown';
}

export function severityOf(info: XmlElement): Severity {
  return wordOf(severities, textAt(info, 'severity'));
}

export function urgencyOf(info: XmlElement): Notice['urgency'] {
  return wordOf(urgencies, textAt(info, 'urgency'));
}

/** CAP 1.1 kept `Very Likely` of its forerunner for `Likely`. */
export function certaintyOf(info: XmlElement): Notice['certainty'] {
  return wordOf(certainties, textAt(info, 'certainty').replace(/^very /i, ''));
}

/** The worst block first; blocks of one severity stay in the order of the file. */
export function worstFirst(infos: readonly XmlElement[]): XmlElement[] {
  return infos.toSorted((a, b) => severities.indexOf(severityOf(a)) - severities.indexOf(severityOf(b)));
}

/**
 * One text a language: further blocks of a language are other parts of the same alert (another area or hour) and are
 * counted. A block that does not name its language is in `en-US`: the standard says so.
 */
export function textsOf(infos: readonly XmlElement[], tally: Tally): Notice['texts'] {
  const texts = new Map<string, Notice['texts'][number]>();
  for (const info of infos) {
    const language = textAt(info, 'language').slice(0, 35) || 'en-US';
    if (texts.has(language)) countIn(tally, 'info-parts-of-one-language');
    else texts.set(language, textOf(info, language, tally));
  }
  return [...texts.values()].slice(0, 20);
}

const maxChars = { event: 200, headline: 500, description: 4000, instruction: 2000, senderName: 200 } as const;

function textOf(info: XmlElement, language: string, tally: Tally): Notice['texts'][number] {
  const part = (name: keyof typeof maxChars): string => {
    const text = textAt(info, name);
    if (text.length > maxChars[name]) countIn(tally, 'texts-cut');
    return text.slice(0, maxChars[name]);
  };
  const headline = part('headline');
  const description = part('description');
  const instruction = part('instruction');
  const senderName = part('senderName');
  return {
    language,
    event: part('event') || headline.slice(0, maxChars.event) || textAt(info, 'category').slice(0, maxChars.event),
    ...(headline === '' ? {} : { headline }),
    ...(description === '' ? {} : { description }),
    ...(instruction === '' ? {} : { instruction }),
    ...(senderName === '' ? {} : { senderName }),
  };
}

/**
 * From the first beginning to the last end of an alert's blocks; open-ended where one of them is.
 * @param sent begins a block that tells neither `onset` nor `effective`
 * @returns `null` where an end cannot be read: open-ended would be a guess, and one that stays on the wall
 */
export function lifeTime(
  infos: readonly XmlElement[],
  sent: string,
  read: ReadMoment,
  tally: Tally,
): { startsAt: string; endsAt: string | null } | null {
  const starts = infos.map((info) => firstMoment([textAt(info, 'onset'), textAt(info, 'effective')], read, tally));
  const ends = infos.map((info) => textAt(info, 'expires'));
  const endMoments = ends.flatMap((text) => read(text, 'end')?.epochMs ?? []);
  if (endMoments.length < ends.filter((text) => text !== '').length) return null;
  const isOpenEnded = infos.length === 0 || ends.includes('');
  return {
    startsAt: starts.map((start) => start ?? sent).toSorted()[0] ?? sent,
    endsAt: isOpenEnded ? null : instantText(Math.max(...endMoments)),
  };
}

function firstMoment(texts: readonly string[], read: ReadMoment, tally: Tally): string | null {
  for (const text of texts.filter((it) => it !== '')) {
    const moment = read(text, 'start');
    if (moment !== null) return instantText(moment.epochMs);
    countIn(tally, 'start-not-readable');
  }
  return null;
}
