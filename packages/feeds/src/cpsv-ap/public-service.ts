import { checkedRecord } from '../checked-record.ts';
import type { Parsed } from '../parsed.ts';
import { tidy } from '../text/tidy.ts';
import { localName, type GraphNode } from './graph.ts';

/** A public service as an entry of the catalogue: code and titles; descriptions and contacts are not read. */
export function serviceItem(line: number, node: GraphNode, asOf: string | null): Parsed {
  const code = tidy(node.values.get('identifier')?.[0]?.text ?? '') || localName(node.id);
  const names = (node.values.get('title') ?? []).map(({ text, language }) => ({
    language,
    name: tidy(text).slice(0, 300),
  }));
  return checkedRecord(line, 'service', {
    kind: 'catalogue-item',
    recordId: `service:${code}`,
    version: asOf === null ? 0 : Date.parse(asOf),
    // A register tells what is: without --as-of it is as old as time, and any dated one replaces it.
    occurredAt: asOf ?? '1970-01-01T00:00:00.000Z',
    itemType: 'service',
    code,
    names: names.filter(({ name }) => name !== '').slice(0, 10),
    validFrom: null,
    validTo: null,
  });
}
