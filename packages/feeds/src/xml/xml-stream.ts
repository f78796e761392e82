import { SaxesParser, type SaxesTagNS } from 'saxes';

import { badFile } from '../bad-file.ts';
import type { Limits } from '../limits.ts';
import { declarationBytes, decoderFor, type Decode } from './xml-encoding.ts';

export type XmlTag = SaxesTagNS;

export interface XmlHandlers {
  /** `tag.local` is the name without its prefix; `tag.uri` the namespace. */
  readonly open: (tag: XmlTag, line: number) => void;
  readonly close: (local: string, line: number) => void;
  /** Text and CDATA, possibly in several pieces. */
  readonly text?: (text: string) => void;
}

export interface XmlStream {
  readonly write: (chunk: Uint8Array) => void;
  /** @throws FlagtowerError `BAD_FILE` when elements are still open */
  readonly end: () => void;
}

/** An attribute by local name; one without a prefix goes first. `null`: not there. */
export function attribute(tag: XmlTag, local: string): string | null {
  const plain = tag.attributes[local];
  if (plain !== undefined) return plain.value;
  for (const it of Object.values(tag.attributes)) if (it.local === local) return it.value;
  return null;
}

/**
 * Streams XML of any declared encoding to handlers. Document types are refused, so no entity but XML's own five can
 * ever unfold; depth and text are limited.
 * @throws FlagtowerError `BAD_FILE`, naming the line, for anything that is not well-formed
 */
export function xmlStream(handlers: XmlHandlers, limits: Pick<Limits, 'depth' | 'textBytes'>): XmlStream {
  const parser = new SaxesParser({ xmlns: true });
  const place = (): string => `line ${parser.line}`;
  /** Bytes since the last tag: an endless text, comment or attribute brings none. */
  let silent = 0;
  const heard = (): void => {
    silent = 0;
  };
  refuseTricks(parser, place);
  listen(parser, handlers, limits, heard);

  let decode: Decode | null = null;
  /** Bytes that wait until the whole declaration is there: a chunk may end in the middle of it. */
  let head: Uint8Array = new Uint8Array();
  const decodeHead = (): void => {
    decode = decoderFor(head);
    parser.write(decode(head, false));
  };
  return {
    write: (chunk) => {
      silent += chunk.length;
      if (decode === null) {
        head = Buffer.concat([head, chunk]);
        if (head.length >= declarationBytes) decodeHead();
      } else parser.write(decode(chunk, false));
      if (silent > limits.textBytes)
        throw badFile(
          `A text is longer than ${limits.textBytes} bytes`,
          place(),
          'Export the file without attachments',
        );
    },
    end: () => {
      if (decode === null) decodeHead();
      if (decode !== null) parser.write(decode(new Uint8Array(), true));
      parser.close();
    },
  };
}

type NamespaceParser = SaxesParser<{ xmlns: true }>;

function refuseTricks(parser: NamespaceParser, place: () => string): void {
  parser.on('error', (error) => {
    throw badFile('Not well-formed XML', place(), 'Export the file again, or mend it at this line', error);
  });
  parser.on('doctype', () => {
    throw badFile('A document type (DTD) is not allowed', place(), 'Remove the DOCTYPE line');
  });
}

function listen(
  parser: NamespaceParser,
  handlers: XmlHandlers,
  limits: Pick<Limits, 'depth'>,
  heard: () => void,
): void {
  let depth = 0;
  parser.on('opentag', (tag) => {
    heard();
    depth += 1;
    if (depth > limits.depth)
      throw badFile(`Elements are nested deeper than ${limits.depth}`, `line ${parser.line}`, 'Flatten the file');
    handlers.open(tag, parser.line);
  });
  parser.on('closetag', (tag) => {
    heard();
    depth -= 1;
    handlers.close(tag.local, parser.line);
  });
  const { text } = handlers;
  if (text === undefined) return;
  parser.on('text', text);
  parser.on('cdata', text);
}
