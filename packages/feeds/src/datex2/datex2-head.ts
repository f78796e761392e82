import { asciiText } from '../head.ts';

/** Whether a file's first kilobytes name DATEX II, version 2 or 3, in any envelope. */
export function isDatex2Head(head: Uint8Array): boolean {
  return /["']https?:\/\/(?:www\.)?datex2\.eu\/schema\/[23]\//.test(asciiText(head));
}
