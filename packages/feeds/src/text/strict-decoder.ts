import { badFile } from '../bad-file.ts';

/** Bytes to text, piece by piece; a character that is cut between two pieces comes with the second. */
export interface Decoder {
  readonly write: (chunk: Uint8Array) => string;
  readonly end: () => string;
}

/**
 * Checks byte by byte: a file in another encoding must not turn into a heap of replacement signs. A byte order mark is
 * dropped.
 * @param encoding one that this machine knows
 * @param remedy what to do where the bytes are not in it
 * @throws FlagtowerError `BAD_FILE`, from `write` and `end`
 */
export function strictDecoder(encoding: string, remedy: string): Decoder {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const decode = (chunk: Uint8Array, stream: boolean): string => {
    try {
      return decoder.decode(chunk, { stream });
    } catch (error) {
      throw badFile(`Holds bytes that are not ${encoding}`, 'encoding', remedy, error);
    }
  };
  return { write: (chunk) => decode(chunk, true), end: () => decode(new Uint8Array(), false) };
}
