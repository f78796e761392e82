import { EventEmitter } from 'node:events';

import { Parser, type Quad } from 'n3';

import { badFile } from '../bad-file.ts';
import type { ChunkParser } from '../in-batches.ts';
import { jsonText } from '../json/json-text.ts';
import type { Limits } from '../limits.ts';
import { countIn } from '../tally.ts';
import { heldServices } from './held-services.ts';
import type { ServiceTaker } from './service-taker.ts';

/**
 * Reads Turtle as it comes. Triples of one thing may stand anywhere, and so services are told at the end; of all else only counts stay.
 * @throws FlagtowerError `BAD_FILE` where the text is no Turtle, or a triple has no end
 */
export function turtleParser(limits: Limits, taker: ServiceTaker): ChunkParser {
  // Turtle is UTF-8 by its standard, as JSON is.
  const text = jsonText();
  const feed = new EventEmitter();
  const held = heldServices(limits, taker);
  let sinceTriple = 0;
  new Parser({ format: 'text/turtle' }).parse(feed, (error: unknown, quad: Quad | null) => {
    if (error !== null && error !== undefined) throw noTurtle(error);
    if (quad === null) return;
    sinceTriple = 0;
    countIn(taker.tally, 'triples');
    held.triple(quad);
  });
  const write = (piece: string): void => {
    sinceTriple += piece.length;
    feed.emit('data', piece);
    if (sinceTriple > limits.textBytes)
      throw badFile('A triple of the Turtle has no end', 'textBytes', 'Export it again: is a quote not closed?');
  };
  return {
    write: (chunk) => write(text.write(chunk)),
    end: (out) => {
      write(text.end());
      feed.emit('end');
      held.end(out);
      taker.end(out);
    },
  };
}

function noTurtle(error: unknown): ReturnType<typeof badFile> {
  const line = error instanceof Error ? /line (\d+)/.exec(error.message)?.[1] : undefined;
  return badFile('The Turtle cannot be read', `line ${line ?? '1'}`, 'Export it again as Turtle in UTF-8', error);
}
