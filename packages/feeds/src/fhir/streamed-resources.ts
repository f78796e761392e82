import type { ChunkParser } from '../in-batches.ts';
import { jsonListParser } from '../json/json-list-parser.ts';
import { jsonText, parsedJson } from '../json/json-text.ts';
import type { Limits } from '../limits.ts';
import { textLines } from '../ndjson/text-lines.ts';
import type { Parsed } from '../parsed.ts';
import { rejected } from '../reject.ts';
import { countIn, type Tally } from '../tally.ts';
import { entrySchema, isToOtherPage, linkSchema } from './fhir-parts.ts';
import type { ResourceTaker } from './resource-taker.ts';

/** Entries of a Bundle of any size, one at a time; a place is known to the readings that come after it. */
export function bundleParser(limits: Limits, taker: ResourceTaker, tally: Tally): ChunkParser {
  let line = 0;
  let isWhole = true;
  return jsonListParser(limits, {
    element: (json, out, _index, member) => {
      if (member === 'link') isWhole &&= !isPageLink(parsedJson(json));
      if (member !== 'entry') return;
      line += 1;
      countIn(tally, 'entries');
      const entry = entrySchema.safeParse(parsedJson(json));
      out.push(...taker.take(line, entry.success ? entry.data.resource : undefined));
    },
    tooLong: (out) => {
      line += 1;
      out.push(tooLong(line));
    },
    end: (out) => out.push(...taker.end(isWhole)),
  });
}

function isPageLink(told: unknown): boolean {
  const link = linkSchema.safeParse(told);
  return link.success && isToOtherPage(link.data);
}

/** A resource a line, as bulk exports write them; there may be more files of them. */
export function linesParser(limits: Limits, taker: ResourceTaker): ChunkParser {
  const text = jsonText();
  let out: Parsed[] = [];
  const lines = textLines(limits.rowBytes, {
    line: (json, line) => void out.push(...taker.take(line, parsedJson(json))),
    tooLong: (line) => void out.push(tooLong(line)),
  });
  return {
    write: (chunk, into) => {
      out = into;
      lines.write(text.write(chunk));
    },
    end: (into) => {
      out = into;
      lines.write(text.end());
      lines.end();
      into.push(...taker.end(false));
    },
  };
}

function tooLong(line: number): Parsed {
  return rejected(line, 'too-large', [], `Resource ${line} is longer than any may be`);
}
