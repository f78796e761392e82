import type { ChunkParser } from '../in-batches.ts';
import type { Limits } from '../limits.ts';
import type { Parsed } from '../parsed.ts';
import { jsonElements } from './json-elements.ts';
import { jsonText } from './json-text.ts';

export interface ListTaker {
  readonly list?: () => void;
  /** One element as its JSON text, and what it becomes; `index` and `member` as `jsonElements` gives them. */
  readonly element: (json: string, out: Parsed[], index: number, member: string | null) => void;
  readonly tooLong: (out: Parsed[], index: number) => void;
  /** Once the document is closed. @throws FlagtowerError `BAD_FILE` for one that holds nothing of the format */
  readonly end: (out: Parsed[]) => void;
}

/** A parser of chunks for formats whose file is a JSON list, or an object of lists: an element at a time. `names` as `jsonElements`. */
export function jsonListParser(limits: Limits, take: ListTaker, names: readonly string[] | null = null): ChunkParser {
  const text = jsonText();
  let out: Parsed[] = [];
  const elements = jsonElements(
    limits,
    {
      list: () => take.list?.(),
      element: (json, index, member) => take.element(json, out, index, member),
      tooLong: (index) => take.tooLong(out, index),
    },
    names,
  );
  return {
    write: (chunk, into) => {
      out = into;
      elements.write(text.write(chunk));
    },
    end: (into) => {
      out = into;
      elements.write(text.end());
      elements.end();
      take.end(into);
    },
  };
}
