import iconv from 'iconv-lite';

import { badFile } from '../bad-file.ts';
import { markedEncoding } from '../text/marked-encoding.ts';
import { strictDecoder, type Decoder } from '../text/strict-decoder.ts';

const ENCODING_REMEDY = 'Save the file as UTF-8, or name its encoding in the mapping (for example windows-1258)';

function decoderOf(encoding: string | undefined, head: Uint8Array): Decoder {
  const name = encoding?.toLowerCase() ?? markedEncoding(head);
  if (/^utf-?(8|16(le|be)?)$/.test(name)) return strictDecoder(name.replace(/^utf-?16$/, 'utf-16le'), ENCODING_REMEDY);
  if (!iconv.encodingExists(name))
    throw badFile('The mapping names an encoding that is not known', 'encoding', 'Name one such as windows-1258');
  const decoder = iconv.getDecoder(name);
  return { write: (chunk) => decoder.write(Buffer.from(chunk)), end: () => decoder.end() ?? '' };
}

/**
 * Decodes a table as it comes; line ends of all kinds come out as `\n`.
 * @param encoding the mapping's; without it a byte order mark decides, else UTF-8
 */
export function csvText(encoding: string | undefined): Decoder {
  let decoder: Decoder | null = null;
  let heldReturn = false;
  const cleaned = (text: string): string => {
    if (text.includes('\0')) throw badFile('Is no text: holds zero bytes', 'encoding', 'Export the table as CSV');
    // A carriage return at the very end may be half of a CRLF.
    let whole = heldReturn ? `\r${text}` : text;
    heldReturn = whole.endsWith('\r');
    if (heldReturn) whole = whole.slice(0, -1);
    return whole.includes('\r') ? whole.replaceAll(/\r\n?/g, '\n') : whole;
  };
  return {
    write: (chunk) => {
      decoder ??= decoderOf(encoding, chunk);
      return cleaned(decoder.write(chunk));
    },
    end: () => {
      const text = cleaned(decoder?.end() ?? '');
      return heldReturn ? `${text}\n` : text;
    },
  };
}
