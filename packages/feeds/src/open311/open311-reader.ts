import { badFile } from '../bad-file.ts';
import { rowTranslator, type RowTranslator } from '../dossiers/row-translator.ts';
import { headOf } from '../head-of.ts';
import { inBatches, type ChunkParser } from '../in-batches.ts';
import { jsonListParser } from '../json/json-list-parser.ts';
import { parsedJson } from '../json/json-text.ts';
import { open311 } from '../mappings/open311.ts';
import type { Parsed } from '../parsed.ts';
import type { Reader, ReadOptions } from '../reader.ts';
import { rejected } from '../reject.ts';
import { noteValues, requestSchema, requestValues, type Named } from './open311-request.ts';
import { isXml, open311Xml } from './open311-xml.ts';

/** Service requests as a JSON list, as a list inside one object, or as XML. Without a mapping the shipped one is used. */
export const open311Reader: Reader = (bytes, options) => batches(bytes, options);

async function* batches(bytes: AsyncIterable<Uint8Array>, options: ReadOptions): AsyncGenerator<readonly Parsed[]> {
  const { head, all } = await headOf(bytes, (_, size) => size >= headBytes);
  yield* inBatches(all, isXml(head) ? xmlParser(options) : jsonParser(options));
}

/** Enough for a byte order mark and some blanks. */
const headBytes = 64;

function xmlParser(options: ReadOptions): ChunkParser {
  const translator = rowTranslator(options.mapping ?? open311.mapping, options);
  const found: Parsed[] = [];
  const xml = open311Xml('request', options.limits, (request, line) => {
    if (request === null) found.push(tooLong(line));
    else takeRequest(request, line, translator, found);
  });
  return {
    write: (chunk, out) => {
      xml.write(chunk);
      out.push(...found.splice(0));
    },
    end: (out) => {
      xml.end();
      out.push(...found.splice(0));
    },
  };
}

function tooLong(line: number): Parsed {
  return rejected(line, 'too-large', [], 'The request is longer than any may be');
}

function jsonParser(options: ReadOptions): ChunkParser {
  const translator = rowTranslator(options.mapping ?? open311.mapping, options);
  let requests = 0;
  let elementsSeen = 0;
  let isList = false;
  return jsonListParser(options.limits, {
    list: () => {
      isList = true;
    },
    element: (json, out, index) => {
      elementsSeen += 1;
      if (takeRequest(parsedJson(json), index, translator, out)) requests += 1;
    },
    tooLong: (out, index) => out.push(tooLong(index)),
    end: () => {
      if (!isList || (requests === 0 && elementsSeen > 0))
        throw badFile('Holds no service request', 'element 1', 'Is this Open311 GeoReport v2?');
    },
  });
}

/** @returns whether the element is a request at all, right or wrong */
function takeRequest(value: unknown, index: number, translator: RowTranslator, out: Parsed[]): boolean {
  const parsed = requestSchema.safeParse(value);
  if (!parsed.success) {
    const fields = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0] ?? 'request')))];
    out.push(rejected(index, 'not-parseable', fields, 'The element is no Open311 service request'));
    return typeof value === 'object' && value !== null && 'service_request_id' in value;
  }
  const ofRequest = requestValues(parsed.data);
  const notes = noteValues(parsed.data);
  const slots = (note: Named): string[] =>
    translator.columns.map((name) => note.get(name) ?? ofRequest.get(name) ?? '');
  if (notes.length === 0 || translator.shape === 'cases') translator.takeCase(index, slots(new Map()), out);
  else for (const note of notes) translator.take(index, slots(note), out);
  return (parsed.data.service_request_id ?? '') !== '';
}
