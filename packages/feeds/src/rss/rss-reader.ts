import { badFile } from '../bad-file.ts';
import { inBatches, type ChunkParser } from '../in-batches.ts';
import type { Parsed } from '../parsed.ts';
import type { Reader, ReadOptions } from '../reader.ts';
import { remarksOf, type Tally } from '../tally.ts';
import { momentReader } from '../times/moment.ts';
import { xmlStream } from '../xml/xml-stream.ts';
import { newsFinder } from './news-element.ts';
import { newsRecords } from './news-records.ts';

const defaultFeed = 'press';

/** News in RSS 2.0, RSS 1.0 and Atom 1.0; the feed is `press` unless the operator names another. */
export const rssReader: Reader = (bytes, options) => inBatches(bytes, rssParser(options));

function rssParser(options: ReadOptions): ChunkParser {
  const tally: Tally = new Map();
  const reading = { feed: options.feed ?? defaultFeed, read: momentReader(['iso', 'mail'], options.zone), tally };
  const found: Parsed[] = [];
  let isNews = false;
  const finder = newsFinder(
    (item) => found.push(...newsRecords(item, reading)),
    () => {
      isNews = true;
    },
    options.limits,
  );
  const xml = xmlStream(finder, options.limits);
  return {
    write: (chunk, out) => {
      xml.write(chunk);
      out.push(...found.splice(0));
    },
    end: (out) => {
      xml.end();
      if (!isNews)
        throw badFile('Holds no news feed', 'line 1', 'Give the feed itself: RSS 2.0, RSS 1.0 or Atom 1.0 as XML');
      out.push(...found.splice(0), ...remarksOf(tally));
    },
  };
}
