import { badFile } from '../bad-file.ts';
import { CASE_PREFIX } from '../dossiers/row-plan.ts';
import { rowTranslator, type RowTranslator } from '../dossiers/row-translator.ts';
import { inBatches, type ChunkParser } from '../in-batches.ts';
import type { Limits } from '../limits.ts';
import { standardXes } from '../mappings/standard-xes.ts';
import type { Parsed } from '../parsed.ts';
import type { Reader, ReadOptions } from '../reader.ts';
import { remark } from '../reject.ts';
import { xmlStream } from '../xml/xml-stream.ts';
import { xesWalk, type TakeAttribute, type XesTaker } from './xes-walk.ts';

/**
 * Event logs of IEEE 1849 and its forerunners. A mapping names event attributes by their key and trace attributes by
 * `case:` and their key, as in the tables that process-mining tools write; without one the standard attributes are read.
 */
export const xesReader: Reader = (bytes, options) => inBatches(bytes, xesParser(options));

function xesParser(options: ReadOptions): ChunkParser {
  const translator = rowTranslator(options.mapping ?? standardXes.mapping, options);
  const traces = traceTaker(translator, options.limits);
  const walk = xesWalk(traces);
  const xml = xmlStream(walk, options.limits);
  return {
    write: (chunk, out) => {
      traces.into(out);
      xml.write(chunk);
    },
    end: (out) => {
      traces.into(out);
      xml.end();
      if (!walk.isLog()) throw badFile('Holds no event log', 'line 1', 'Is this XES? Choose another format');
    },
  };
}

interface HeldEvent {
  readonly line: number;
  readonly row: string[];
}

/** Holds one trace: its attributes may come after its events. */
function traceTaker(translator: RowTranslator, limits: Limits): XesTaker & { into: (out: Parsed[]) => void } {
  const { columns } = translator;
  const traceSlots = slotsByKey(columns.map((name) => (name.startsWith(CASE_PREFIX) ? name.slice(5) : null)));
  const eventSlots = slotsByKey(columns.map((name) => (name.startsWith(CASE_PREFIX) ? null : name)));
  let out: Parsed[] = [];
  let trace: HeldEvent = { line: 1, row: [] };
  let events: HeldEvent[] = [];
  let eventRow: string[] = [];
  return {
    into: (next) => {
      out = next;
    },
    traceBegins: (line) => {
      trace = { line, row: columns.map(() => '') };
      events = [];
    },
    eventBegins: (line) => {
      if (events.length >= limits.heldEvents)
        throw badFile(`A trace has more than ${limits.heldEvents} events`, `line ${trace.line}`, 'Split the log');
      eventRow = columns.map(() => '');
      events.push({ line, row: eventRow });
    },
    traceAttribute: (key, value) => set(trace.row, traceSlots.get(key), value),
    eventAttribute: (key, value) => set(eventRow, eventSlots.get(key), value),
    traceEnds: () => {
      const slots = [...traceSlots.values()];
      if (events.length === 0 || translator.shape === 'cases') translator.takeCase(trace.line, trace.row, out);
      else
        for (const { line, row } of events) {
          for (const slot of slots) row[slot] = trace.row[slot] ?? '';
          translator.take(line, row, out);
        }
      events = [];
    },
    strayEvent: () => out.push(remark('event-without-trace')),
  };
}

function slotsByKey(keys: readonly (string | null)[]): ReadonlyMap<string, number> {
  const slots = new Map<string, number>();
  for (const [slot, key] of keys.entries()) if (key !== null) slots.set(key, slot);
  return slots;
}

const set = (row: string[], slot: number | undefined, value: string): ReturnType<TakeAttribute> => {
  if (slot !== undefined) row[slot] = value;
};
