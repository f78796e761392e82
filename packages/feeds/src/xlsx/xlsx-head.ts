const localFile = 0x04034b50;
const nameOffset = 30;

/** Whether a file begins like an Office Open XML workbook: a zip whose first file is one of a workbook's parts. */
export function isXlsxHead(head: Uint8Array): boolean {
  if (head.length < nameOffset) return false;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  if (view.getUint32(0, true) !== localFile) return false;
  const name = new TextDecoder().decode(head.subarray(nameOffset, nameOffset + view.getUint16(26, true)));
  return name === '[Content_Types].xml' || /^(_rels|docProps|xl)\//.test(name);
}
