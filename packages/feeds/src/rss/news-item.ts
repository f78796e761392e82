import { codeSchema, dossierCodeSchema } from '@flagtower/contracts';

import { countIn, type Tally } from '../tally.ts';
import { digest } from '../text/digest.ts';
import { tidy } from '../text/tidy.ts';
import { wordTable } from '../text/word-table.ts';
import type { FoundElement, XmlElement } from '../xml/element-finder.ts';
import { partsAt, textAt } from '../xml/element-parts.ts';

/** Where an item has no category that is a code. */
const topicNotTold = 'not-told';

const toneOf = wordTable<-1 | 0 | 1>({
  positive: 1,
  'tích cực': 1,
  neutral: 0,
  'trung lập': 0,
  'trung tính': 0,
  negative: -1,
  'tiêu cực': -1,
});

/** Codes of ours for cases are short; an item's own id often is an address. */
const maxIdChars = 200;

/**
 * What the source itself calls the item: `guid`, `id`, the address in `rdf:about`, else its link. One that is no code, such as an
 * address with a query, is told apart by its digest.
 * @returns `null` where it has none of them
 */
export function identityOf(item: FoundElement): string | null {
  const links = partsAt(item, 'link');
  const link = links.find(({ attributes }) => (attributes['rel'] ?? 'alternate') === 'alternate');
  const id = [
    textAt(item, 'guid'),
    textAt(item, 'id'),
    tidy(item.attributes['about'] ?? ''),
    tidy(link?.attributes['href'] ?? link?.text ?? ''),
  ].find((text) => text !== '');
  if (id === undefined) return null;
  return id.length <= maxIdChars && dossierCodeSchema.safeParse(id).success ? id : `news-${digest([id])}`;
}

export interface Stated {
  readonly topic: string;
  /** 1 positive, 0 neutral, -1 negative; `null`: the source does not state it, and nobody guesses. */
  readonly tone: -1 | 0 | 1 | null;
}

/**
 * The first category that is no tone is the topic. A category of a list (`domain` of RSS, `scheme` of Atom) whose name ends with `tone`
 * or `sentiment` is the tone.
 */
export function statedOf(item: FoundElement, tally: Tally): Stated {
  const categories = [...partsAt(item, 'category'), ...partsAt(item, 'subject')].map(categoryOf);
  const topics = categories.filter(({ isTone, word }) => !isTone && word !== '');
  const topic = topics.find(({ word }) => codeSchema.safeParse(word).success)?.word;
  if (topic === undefined) countIn(tally, topics.length === 0 ? 'topic-not-told' : 'topic-not-a-code');
  const told = categories.findLast(({ isTone }) => isTone);
  const tone = told === undefined ? undefined : toneOf(told.word);
  if (told !== undefined && tone === undefined) countIn(tally, 'tone-not-known');
  return { topic: topic ?? topicNotTold, tone: tone ?? null };
}

function categoryOf({ attributes, text }: XmlElement): { readonly isTone: boolean; readonly word: string } {
  const list = attributes['domain'] ?? attributes['scheme'] ?? '';
  return { isTone: /(?:^|[/:#?=])(?:tone|sentiment)\/?$/i.test(list), word: tidy(attributes['term'] ?? text) };
}
