/** Whether a file's first kilobytes name DATEX II, version 2 or 3, in any envelope. */
export function isDatex2Head(head: Uint8Array): boolean {
  // Zero bytes are the other halves of UTF-16: the namespaces are plain ASCII in any encoding that XML comes in.
  const text = new TextDecoder('latin1').decode(head.filter((byte) => byte !== 0));
  return /["']https?:\/\/(?:www\.)?datex2\.eu\/schema\/[23]\//.test(text);
}
