const localFile = 0x04034b50;
const nameOffset = 30;

/** Whether a file begins like a zip whose first file is a table; spreadsheets and text documents are zips too. */
export function isGtfsHead(head: Uint8Array): boolean {
  if (head.length < nameOffset) return false;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  if (view.getUint32(0, true) !== localFile) return false;
  const name = head.subarray(nameOffset, nameOffset + view.getUint16(26, true));
  return /^([^/]+\/)?([a-z_]+\.txt)?$/.test(new TextDecoder().decode(name));
}
