import { tidy } from '../text/tidy.ts';
import type { XmlElement } from './element-finder.ts';

/** Elements at the end of a path of local names, in document order. */
export function partsAt(element: XmlElement, ...path: readonly string[]): XmlElement[] {
  return path.reduce<XmlElement[]>(
    (elements, name) => elements.flatMap(({ children }) => children.filter((child) => child.name === name)),
    [element],
  );
}

/** Text of the first element at a path; empty where it is missing or blank. */
export function textAt(element: XmlElement, ...path: readonly string[]): string {
  return tidy(partsAt(element, ...path)[0]?.text ?? '');
}

/** Texts of all elements at a path, blank ones too. */
export function textsAt(element: XmlElement, ...path: readonly string[]): string[] {
  return partsAt(element, ...path).map(({ text }) => tidy(text));
}

/** Elements of a name at any depth below, in document order; none is looked for inside a found one. */
export function partsBelow(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => (child.name === name ? [child] : partsBelow(child, name)));
}
