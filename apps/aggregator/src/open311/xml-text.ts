/** What an element holds: text, nothing, or elements by name; a list is the element once for each of its items. */
type XmlContent = string | number | boolean | null | XmlElements | readonly XmlElements[];
export interface XmlElements {
  readonly [name: string]: XmlContent;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** All that XML 1.0 (section 2.2) lets nobody write, escaped or not; lone surrogates too. */
const notAllowed = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** A document of one root. Names are written as they are: they are ours, never told ones. `null` is an empty element. */
export function xmlText(root: string, content: XmlElements): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${elementText(root, content)}\n`;
}

function elementText(name: string, content: XmlContent): string {
  if (content === null) return `<${name}/>`;
  if (isList(content)) return content.map((item) => elementText(name, item)).join('');
  const inside =
    typeof content === 'object'
      ? Object.entries(content)
          .map(([child, value]) => elementText(child, value))
          .join('')
      : escaped(String(content));
  return `<${name}>${inside}</${name}>`;
}

function isList(content: XmlContent): content is readonly XmlElements[] {
  return Array.isArray(content);
}

function escaped(text: string): string {
  return text.replaceAll(notAllowed, '\u{fffd}').replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}
