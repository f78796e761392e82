import { badFile } from '../bad-file.ts';
import { inBatches, type ChunkParser } from '../in-batches.ts';
import type { Parsed } from '../parsed.ts';
import type { Reader, ReadOptions } from '../reader.ts';
import { rejected } from '../reject.ts';
import { syslogFrames } from './syslog-frames.ts';
import { syslogTranslator } from './syslog-translator.ts';

/** Messages of RFC 5424, a line each or counted as RFC 6587 says, or bare CEF events a line each. Without a mapping the shipped one is used. */
export const syslogReader: Reader = (bytes, options) => inBatches(bytes, syslogParser(options));

/** So much of something else is another file. */
const linesOfNothing = 1000;

function syslogParser(options: ReadOptions): ChunkParser {
  const translate = syslogTranslator(options, null);
  let out: Parsed[] = [];
  let understood = false;
  let messages = 0;
  const frames = syslogFrames(options.limits.textBytes, {
    message: (bytes, index) => {
      const first = out.length;
      translate(bytes, index, out);
      messages += 1;
      understood ||= out.slice(first).some((it) => it.kind !== 'rejected' || it.rejection.reason !== 'not-parseable');
      if (!understood && messages === linesOfNothing) throw noSyslog();
    },
    tooLong: (index) => out.push(rejected(index, 'too-large', [], 'The message is longer than any message may be')),
  });
  return {
    write: (chunk, into) => {
      out = into;
      frames.write(chunk);
    },
    end: (into) => {
      out = into;
      const isCut = frames.end();
      if (isCut)
        out.push(rejected(messages + 1, 'not-parseable', [], 'The last message is shorter than its count says'));
      if (!understood && messages > 0) throw noSyslog();
    },
  };
}

function noSyslog(): ReturnType<typeof badFile> {
  return badFile('Holds no syslog message', 'line 1', 'Is this syslog of RFC 5424, or a file of CEF events?');
}
