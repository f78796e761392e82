import { tidy } from '../text/tidy.ts';
import type { CapElement } from './alert-xml.ts';

/** Text of the first child of that name; empty where it is missing or blank, which CAP does not tell apart. */
export function childText(element: CapElement, name: string): string {
  return tidy(element.children.find((child) => child.name === name)?.text ?? '');
}

export function childTexts(element: CapElement, name: string): string[] {
  return childrenOf(element, name).map(({ text }) => tidy(text));
}

export function childrenOf(element: CapElement, name: string): CapElement[] {
  return element.children.filter((child) => child.name === name);
}
