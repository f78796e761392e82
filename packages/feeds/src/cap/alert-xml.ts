import type { Limits } from '../limits.ts';
import { elementFinder, type FoundElement } from '../xml/element-finder.ts';
import type { XmlHandlers } from '../xml/xml-stream.ts';

/** An alert as it stands in the file, with the elements of its own namespace. */
export interface AlertXml extends FoundElement {
  /** It holds an XML signature. Nobody checked it. */
  readonly signed: boolean;
}

const capNamespaces: ReadonlySet<string> = new Set([
  'urn:oasis:names:tc:emergency:cap:1.1',
  'urn:oasis:names:tc:emergency:cap:1.2',
]);
const signatureNamespace = 'http://www.w3.org/2000/09/xmldsig#';

/** Far above the largest national warnings, which have some thousand elements and a megabyte of polygons. */
const maxElements = 100_000;
const maxTextFactor = 16;

/**
 * Finds alerts at any depth: alone, in an EDXL-DE envelope or in any other. Inside an alert only elements of its own
 * namespace are kept; extensions of others are skipped unread.
 */
export function alertFinder(onAlert: (alert: AlertXml) => void, limits: Pick<Limits, 'textBytes'>): XmlHandlers {
  let signed = false;
  const finder = elementFinder({
    isWanted: (tag) => {
      const isAlert = tag.local === 'alert' && capNamespaces.has(tag.uri);
      // What an envelope signs is not the alert.
      if (isAlert) signed = false;
      return isAlert;
    },
    isSkipped: (tag, alert) => tag.uri !== alert.uri,
    found: (alert) => onAlert({ ...alert, signed }),
    maxElements,
    maxText: limits.textBytes * maxTextFactor,
  });
  return {
    ...finder,
    open: (tag, line) => {
      if (tag.uri === signatureNamespace && tag.local === 'Signature') signed = true;
      finder.open(tag, line);
    },
  };
}
