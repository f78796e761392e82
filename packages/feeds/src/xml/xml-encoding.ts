import { badFile } from '../bad-file.ts';

/** Turns the next bytes into text; `last` flushes what was cut in the middle of a character. */
export type Decode = (chunk: Uint8Array, last: boolean) => string;

/** An XML declaration ends within these. */
export const declarationBytes = 256;

const DECLARED = /^<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']/;

function encodingOf(head: Uint8Array): string {
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  const ascii = new TextDecoder('latin1').decode(head.subarray(0, declarationBytes)).replace(/^\u00ef\u00bb\u00bf/, '');
  return DECLARED.exec(ascii)?.[1] ?? 'utf-8';
}

function strictDecoder(encoding: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch (error) {
    throw badFile('The declared encoding is not known', 'line 1', 'Save the file as UTF-8', error);
  }
}

/**
 * A decoder by byte order mark or XML declaration, UTF-8 where neither says anything. `head` is the file's beginning,
 * `declarationBytes` long or the whole file.
 * @throws FlagtowerError `BAD_FILE` for an encoding that nobody knows, and from the decoder for bytes that are not in it
 */
export function decoderFor(head: Uint8Array): Decode {
  const encoding = encodingOf(head);
  const decoder = strictDecoder(encoding);
  return (chunk, last) => {
    try {
      return decoder.decode(chunk, { stream: !last });
    } catch (error) {
      throw badFile(`Holds bytes that are not ${encoding}`, 'encoding', 'Save the file as UTF-8', error);
    }
  };
}
