import { CASE_PREFIX } from '../dossiers/row-plan.ts';
import type { Limits } from '../limits.ts';
import { xesWalk } from '../xes/xes-walk.ts';
import { xmlStream } from '../xml/xml-stream.ts';
import { MAX_SAMPLES, sampleText, type ColumnsSeen } from './columns-seen.ts';

/** Attribute names of traces and events, as a mapping names them, and the first events. */
export function xesColumns(head: Uint8Array, limits: Limits): ColumnsSeen {
  const columns = new Set<string>();
  const sample: Record<string, string>[] = [];
  let trace: Record<string, string> = {};
  let event: Record<string, string> = {};
  const take = (into: Record<string, string>, name: string, value: string): void => {
    columns.add(name);
    into[name] = sampleText(value);
  };
  const walk = xesWalk({
    traceBegins: () => {
      trace = {};
    },
    traceEnds: () => undefined,
    eventBegins: () => {
      event = { ...trace };
      if (sample.length < MAX_SAMPLES) sample.push(event);
    },
    traceAttribute: (key, value) => take(trace, `${CASE_PREFIX}${key}`, value),
    eventAttribute: (key, value) => take(event, key, value),
    strayEvent: () => undefined,
  });
  // The head ends in the middle of the log: the stream is never ended, so that is no error.
  xmlStream(walk, limits).write(head);
  return { columns: [...columns], sample, encoding: null };
}
