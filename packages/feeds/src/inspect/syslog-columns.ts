import { cefEvent } from '../cef/cef-event.ts';
import type { Limits } from '../limits.ts';
import { syslogFrames } from '../syslog/syslog-frames.ts';
import { syslogMessage } from '../syslog/syslog-message.ts';
import { nothingSeen, MAX_SAMPLES, sampleText, type ColumnsSeen } from './columns-seen.ts';

/** What a mapping may name of the events that the first messages carry. */
export function syslogColumns(head: Uint8Array, limits: Limits): ColumnsSeen {
  const columns = new Set<string>();
  const sample: Record<string, string>[] = [];
  const frames = syslogFrames(limits.textBytes, {
    message: (bytes) => {
      const message = syslogMessage(bytes);
      const event = cefEvent('part' in message ? Buffer.from(bytes).toString() : message.text);
      if (event === null || 'part' in event) return;
      const values = new Map([...event.values, ['severity', event.severity] as const]);
      for (const name of values.keys()) columns.add(name);
      if (sample.length < MAX_SAMPLES)
        sample.push(Object.fromEntries([...values].map(([name, value]) => [name, sampleText(value)])));
    },
    tooLong: () => undefined,
  });
  frames.write(head);
  frames.end();
  return { ...nothingSeen, columns: [...columns], sample };
}
