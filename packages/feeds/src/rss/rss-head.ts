import { asciiText } from '../head.ts';

/** Namespaces of the three ways in which news are told; RSS 2.0 has none. */
export const atomNamespace = 'http://www.w3.org/2005/Atom';
export const rss1Namespace = 'http://purl.org/rss/1.0/';

/** Whether a file's first kilobytes begin with the root element of RSS 2.0, RSS 1.0 or Atom. */
export function isRssHead(head: Uint8Array): boolean {
  const text = asciiText(head);
  const [, root = '', rest = ''] =
    /^[^<]*(?:<\?[^>]*\?>\s*|<!--(?:(?!-->)[^])*-->\s*)*<(?:[\w.-]+:)?(rss|RDF|feed)([\s>][^>]*>?)/.exec(text) ?? [];
  if (root === 'rss') return true;
  return rest.includes(root === 'feed' ? atomNamespace : rss1Namespace) && root !== '';
}
