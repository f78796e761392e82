import type { Limits } from '../limits.ts';
import { elementFinder, type FoundElement } from '../xml/element-finder.ts';
import type { XmlHandlers, XmlTag } from '../xml/xml-stream.ts';
import { atomNamespace, rss1Namespace } from './rss-head.ts';

/** Our own elements inside an item: what the press desk knows of it. See `docs/formats.md`. */
const pressNamespace = 'urn:flagtower:press:1';
const dublinCore = 'http://purl.org/dc/elements/1.1/';
const keptOfDublinCore: ReadonlySet<string> = new Set(['date', 'subject']);

/** Far above what an article has, which is some ten elements beside its text. */
const maxElements = 5000;

/** Who wrote it, and what is written: neither is read. */
const unread = new Set([
  'author',
  'contributor',
  'creator',
  'publisher',
  'managingEditor',
  'title',
  'subtitle',
  'summary',
  'description',
  'content',
  'encoded',
  'source',
  'comments',
  'enclosure',
  'rights',
]);

/**
 * Finds items of RSS 2.0 and 1.0 and entries of Atom, one at a time. Inside of one only its own elements, date and subject of Dublin
 * Core and ours are kept; names of people, texts and extensions of others are skipped unread.
 */
export function newsFinder(
  onItem: (item: FoundElement) => void,
  onRoot: () => void,
  limits: Pick<Limits, 'textBytes'>,
): XmlHandlers {
  return elementFinder({
    isWanted: (tag) => {
      if (isRoot(tag)) onRoot();
      return isItem(tag);
    },
    isSkipped: (tag, item) => {
      if (tag.uri === pressNamespace) return false;
      if (tag.uri === dublinCore) return !keptOfDublinCore.has(tag.local);
      return tag.uri !== item.uri || unread.has(tag.local);
    },
    found: onItem,
    maxElements,
    maxText: limits.textBytes,
  });
}

function isRoot({ local, uri }: XmlTag): boolean {
  if (local === 'feed') return uri === atomNamespace;
  return local === 'rss' || (local === 'channel' && uri === rss1Namespace);
}

function isItem({ local, uri }: XmlTag): boolean {
  return local === 'entry' ? uri === atomNamespace : local === 'item' && (uri === '' || uri === rss1Namespace);
}
