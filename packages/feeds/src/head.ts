import { constants, gunzipSync } from 'node:zlib';

import { badFile } from './bad-file.ts';
import { markedEncoding } from './text/marked-encoding.ts';

/** The beginning of a file, unpacked. */
export interface Head {
  readonly bytes: Uint8Array;
  readonly gzip: boolean;
}

/** So little that whatever it unpacks to fits in memory: gzip's best is about 1000 to 1. */
const PACKED_BYTES = 16 * 1024;

/** @throws FlagtowerError `BAD_FILE` when it begins like gzip and is none */
export function unpackedHead(head: Uint8Array): Head {
  if (head[0] !== 0x1f || head[1] !== 0x8b) return { bytes: head, gzip: false };
  try {
    // The head ends in the middle of the stream, which is no error here.
    const bytes = gunzipSync(head.subarray(0, PACKED_BYTES), { finishFlush: constants.Z_SYNC_FLUSH });
    return { bytes, gzip: true };
  } catch (error) {
    throw badFile('The gzip data is damaged', 'gzip', 'Fetch or pack the file again', error);
  }
}

/** The head as text for a first look; what is no text comes out as replacement signs. */
export function headText(bytes: Uint8Array): string {
  return new TextDecoder(markedEncoding(bytes)).decode(bytes, { stream: true }).trimStart();
}

/**
 * The head as text in which plain ASCII is right in any encoding that XML comes in, as namespaces are: zero bytes are the other halves of
 * UTF-16.
 */
export function asciiText(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes.filter((byte) => byte !== 0));
}
