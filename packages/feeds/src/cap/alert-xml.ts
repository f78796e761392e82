import type { Limits } from '../limits.ts';
import type { XmlHandlers, XmlTag } from '../xml/xml-stream.ts';

/** An element of an alert, with all of its text and its children of the same namespace. */
export interface CapElement {
  readonly name: string;
  readonly children: readonly CapElement[];
  readonly text: string;
}

/** An alert as it stands in the file. */
export interface AlertXml extends CapElement {
  /** Line of its first tag, from 1. */
  readonly line: number;
  /** It holds an XML signature. Nobody checked it. */
  readonly signed: boolean;
  /** It has more elements or text than we hold, and was dropped: only its first part is here. */
  readonly tooLarge: boolean;
}

const capNamespaces: ReadonlySet<string> = new Set([
  'urn:oasis:names:tc:emergency:cap:1.1',
  'urn:oasis:names:tc:emergency:cap:1.2',
]);
const signatureNamespace = 'http://www.w3.org/2000/09/xmldsig#';

/** Far above the largest national warnings, which have some thousand elements and a megabyte of polygons. */
const maxElements = 100_000;
const maxTextFactor = 16;

interface Growing {
  name: string;
  children: Growing[];
  text: string;
}

/**
 * Finds alerts at any depth: alone, in an EDXL-DE envelope or in any other. Inside an alert only elements of its own
 * namespace are kept; extensions of others are skipped unread.
 */
export function alertFinder(onAlert: (alert: AlertXml) => void, limits: Pick<Limits, 'textBytes'>): XmlHandlers {
  let alert: OpenAlert | null = null;
  return {
    open: (tag, line) => {
      if (alert !== null) alert.open(tag);
      else if (tag.local === 'alert' && capNamespaces.has(tag.uri)) alert = openAlert(tag, line, limits);
    },
    text: (text) => alert?.add(text),
    close: () => {
      const done = alert?.close() ?? null;
      if (done === null) return;
      alert = null;
      onAlert(done);
    },
  };
}

interface OpenAlert {
  readonly open: (tag: XmlTag) => void;
  readonly add: (text: string) => void;
  /** @returns the alert when its own end tag was reached */
  readonly close: () => AlertXml | null;
}

function openAlert(root: XmlTag, line: number, limits: Pick<Limits, 'textBytes'>): OpenAlert {
  const top: Growing = { name: root.local, children: [], text: '' };
  const path: Growing[] = [top];
  let skipped = 0;
  let signed = false;
  let elements = 0;
  let textLength = 0;
  const isTooLarge = (): boolean => elements > maxElements || textLength > limits.textBytes * maxTextFactor;
  return {
    open: (tag) => {
      if (tag.uri === signatureNamespace && tag.local === 'Signature') signed = true;
      elements += 1;
      if (skipped > 0 || tag.uri !== root.uri || isTooLarge()) {
        skipped += 1;
        return;
      }
      const element: Growing = { name: tag.local, children: [], text: '' };
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
      return path.length === 0 ? { ...top, line, signed, tooLarge: isTooLarge() } : null;
    },
  };
}
