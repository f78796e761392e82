import { badFile } from '../bad-file.ts';
import { inBatches, type ChunkParser } from '../in-batches.ts';
import type { Parsed } from '../parsed.ts';
import type { Reader, ReadOptions } from '../reader.ts';
import { remarksOf, type Tally } from '../tally.ts';
import { momentReader } from '../times/moment.ts';
import { xmlStream } from '../xml/xml-stream.ts';
import { alertFinder } from './alert-xml.ts';
import { noticeOf } from './cap-notice.ts';

/** Public alerts in CAP 1.1 and 1.2, one or many, alone or in an envelope such as EDXL-DE. */
export const capReader: Reader = (bytes, options) => inBatches(bytes, capParser(options));

function capParser(options: ReadOptions): ChunkParser {
  const tally: Tally = new Map();
  const read = momentReader(['iso'], options.zone);
  const found: Parsed[] = [];
  let alerts = 0;
  const finder = alertFinder((alert) => {
    alerts += 1;
    const parsed = noticeOf(alert, read, tally);
    if (parsed !== null) found.push(parsed);
  }, options.limits);
  const xml = xmlStream(finder, options.limits);
  return {
    write: (chunk, out) => {
      xml.write(chunk);
      out.push(...found.splice(0));
    },
    end: (out) => {
      xml.end();
      if (alerts === 0)
        throw badFile(
          'Holds no CAP alert',
          'alert',
          'Give the alert itself (CAP 1.1 or 1.2), not a list of links to alerts',
        );
      out.push(...found.splice(0), ...remarksOf(tally));
    },
  };
}
