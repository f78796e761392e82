import { jsonElements } from '../json/json-elements.ts';
import { jsonText, parsedJson } from '../json/json-text.ts';
import type { Limits } from '../limits.ts';
import { noteValues, requestSchema, requestValues } from '../open311/open311-request.ts';
import { isXml, open311Xml } from '../open311/open311-xml.ts';
import { MAX_SAMPLES, sampleText, type ColumnsSeen } from './columns-seen.ts';

/** What a mapping may name of requests and notes, and the first request and note of each element. */
export function open311Columns(head: Uint8Array, limits: Limits): ColumnsSeen {
  const columns = new Set<string>();
  const sample: Record<string, string>[] = [];
  const take = (told: unknown): void => {
    const request = requestSchema.safeParse(told);
    if (!request.success || sample.length >= MAX_SAMPLES) return;
    const [note = new Map<string, string>()] = noteValues(request.data);
    const values = new Map([...requestValues(request.data), ...note]);
    for (const name of values.keys()) columns.add(name);
    sample.push(Object.fromEntries([...values].map(([name, value]) => [name, sampleText(value)])));
  };
  // A head may end anywhere: neither is asked whether it is whole.
  if (isXml(head)) open311Xml('request', limits, take).write(head);
  else
    jsonElements(limits, { element: (json) => take(parsedJson(json)), tooLong: () => undefined }).write(
      jsonText().write(head),
    );
  return { columns: [...columns], sample, encoding: null };
}
