import { badFile } from '../bad-file.ts';
import { checkedValue } from '../checked-record.ts';
import { inBatches, type ChunkParser } from '../in-batches.ts';
import { jsonElements } from '../json/json-elements.ts';
import { jsonText, parsedJson } from '../json/json-text.ts';
import type { Parsed } from '../parsed.ts';
import type { Reader, ReadOptions } from '../reader.ts';
import { rejected } from '../reject.ts';
import { textLines } from './text-lines.ts';

/** Our own records, a line each or as one JSON list. */
export const ndjsonReader: Reader = (bytes, options) => inBatches(bytes, ndjsonParser(options));

interface Pieces {
  readonly write: (text: string) => void;
  readonly end: () => void;
}

function ndjsonParser(options: ReadOptions): ChunkParser {
  const version = options.asOf === null ? null : Date.parse(options.asOf);
  const text = jsonText();
  let out: Parsed[] = [];
  let pieces: Pieces | null = null;
  let head = '';

  const tooLong = (line: number): void => {
    out.push(rejected(line, 'too-large', [], 'The record is longer than any record may be'));
  };
  const element = (json: string, line: number): void => {
    out.push(recordOf(json, line, version));
  };
  const take = (piece: string): void => {
    if (pieces !== null) {
      pieces.write(piece);
      return;
    }
    head += piece;
    const first = head.trimStart()[0];
    if (first === undefined) return;
    if (first !== '[' && first !== '{') throw badFile('Is no JSON', 'line 1', 'Send one JSON record a line');
    pieces =
      first === '['
        ? jsonElements(options.limits, { element, tooLong })
        : textLines(options.limits.rowBytes, { line: element, tooLong });
    pieces.write(head);
  };
  return {
    write: (chunk, into) => {
      out = into;
      take(text.write(chunk));
    },
    end: (into) => {
      out = into;
      take(text.end());
      pieces?.end();
    },
  };
}

/** @param version of records that bring none; `null`: the schema's own default */
function recordOf(json: string, line: number, version: number | null): Parsed {
  const value = parsedJson(json);
  if (typeof value !== 'object' || value === null)
    return rejected(line, 'not-parseable', [], 'The line is no JSON object');
  return checkedValue(line, 'line', version === null || 'version' in value ? value : { ...value, version });
}
