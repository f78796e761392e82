/** Whether a file's first kilobytes name CAP or the envelope in which it travels. */
export function isCapHead(head: Uint8Array): boolean {
  // Zero bytes are the other halves of UTF-16: the namespaces are plain ASCII in any encoding that XML comes in.
  const text = new TextDecoder('latin1').decode(head.filter((byte) => byte !== 0));
  return /urn:oasis:names:tc:emergency:(cap:1\.[12]|EDXL:DE:)/.test(text);
}
