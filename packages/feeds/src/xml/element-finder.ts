import { attribute, type XmlHandlers, type XmlTag } from './xml-stream.ts';

/** An element with all of its text and its children, by local names. */
export interface XmlElement {
  readonly name: string;
  /** Local name of its `xsi:type`; empty where it has none. */
  readonly type: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

/** An element that was looked for, as it stands in the file. */
export interface FoundElement extends XmlElement {
  /** Line of its first tag, from 1. */
  readonly line: number;
  /** It has more elements or text than we hold: only its first part is here. */
  readonly tooLarge: boolean;
}

export interface Finding {
  /** Asked for each element outside of a found one, from the outside in. */
  readonly isWanted: (tag: XmlTag) => boolean;
  /** An element inside a found one (`top`) that is skipped with all that it holds. */
  readonly isSkipped: (tag: XmlTag, top: XmlTag) => boolean;
  readonly found: (element: FoundElement) => void;
  readonly maxElements: number;
  readonly maxText: number;
}

const schemaInstance = 'http://www.w3.org/2001/XMLSchema-instance';

/** Local name of an element's `xsi:type`; empty where it has none. */
export function typeOf(tag: XmlTag): string {
  const type = Object.values(tag.attributes).find(({ local, uri }) => local === 'type' && uri === schemaInstance);
  return type?.value.trim().split(':').at(-1) ?? '';
}

interface Growing {
  name: string;
  type: string;
  attributes: Record<string, string>;
  children: Growing[];
  text: string;
}

/** Gives each wanted element whole, however deep it stands, and holds one at a time. */
export function elementFinder(finding: Finding): XmlHandlers {
  let open: OpenElement | null = null;
  return {
    open: (tag, line) => {
      if (open !== null) open.open(tag);
      else if (finding.isWanted(tag)) open = openElement(tag, line, finding);
    },
    text: (text) => open?.add(text),
    close: () => {
      const done = open?.close() ?? null;
      if (done === null) return;
      open = null;
      finding.found(done);
    },
  };
}

interface OpenElement {
  readonly open: (tag: XmlTag) => void;
  readonly add: (text: string) => void;
  /** @returns the element when its own end tag was reached */
  readonly close: () => FoundElement | null;
}

function openElement(root: XmlTag, line: number, { isSkipped, maxElements, maxText }: Finding): OpenElement {
  const top = growing(root);
  const path: Growing[] = [top];
  let skipped = 0;
  let elements = 0;
  let textLength = 0;
  const isTooLarge = (): boolean => elements > maxElements || textLength > maxText;
  return {
    open: (tag) => {
      elements += 1;
      if (skipped > 0 || isSkipped(tag, root) || isTooLarge()) {
        skipped += 1;
        return;
      }
      const element = growing(tag);
      path.at(-1)?.children.push(element);
      path.push(element);
    },
    add: (text) => {
      textLength += text.length;
      const element = path.at(-1);
      if (skipped === 0 && element !== undefined && !isTooLarge()) element.text += text;
    },
    close: () => {
      if (skipped > 0) skipped -= 1;
      else path.pop();
      return path.length === 0 ? { ...top, line, tooLarge: isTooLarge() } : null;
    },
  };
}

/** What a reader asks of attributes; others are not kept. */
const keptAttributes = ['id', 'version', 'index', 'lang', 'about', 'domain', 'scheme', 'term', 'rel', 'href'] as const;

function growing(tag: XmlTag): Growing {
  const attributes: Record<string, string> = {};
  for (const name of keptAttributes) {
    const value = attribute(tag, name);
    if (value !== null) attributes[name] = value;
  }
  return { name: tag.local, type: typeOf(tag), attributes, children: [], text: '' };
}
