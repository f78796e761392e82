import { asciiText } from '../head.ts';

/** Whether a file's first kilobytes name CAP or the envelope in which it travels. */
export function isCapHead(head: Uint8Array): boolean {
  return /urn:oasis:names:tc:emergency:(cap:1\.[12]|EDXL:DE:)/.test(asciiText(head));
}
