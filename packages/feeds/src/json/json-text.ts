import { strictDecoder, type Decoder } from '../text/strict-decoder.ts';

/** JSON is UTF-8 by its standard. */
export function jsonText(): Decoder {
  return strictDecoder('utf-8', 'Save the file as UTF-8');
}

/** @returns `undefined` where the text is no JSON */
export function parsedJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
