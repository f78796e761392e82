import { z } from 'zod';

import type { Parsed } from '../parsed.ts';
import { localName, type GraphNode, type GraphValue } from './graph.ts';
import { isService, type ServiceTaker } from './service-taker.ts';

const nodeSchema = z.looseObject({
  '@id': z.string().min(1),
  '@type': z.union([z.string(), z.array(z.string())]).optional(),
});
const valueSchema = z.looseObject({
  '@value': z.union([z.string(), z.number()]).optional(),
  '@id': z.string().optional(),
  '@language': z.string().optional(),
});

/** Takes a node in its compact or expanded form, the `line`-th of its graph; the context is not fetched, names go by their last part. */
export function takeNode(told: unknown, line: number, taker: ServiceTaker, out: Parsed[]): void {
  const parsed = nodeSchema.safeParse(told);
  if (!parsed.success) {
    taker.malformed(line, out);
    return;
  }
  const node = nodeOf(parsed.data);
  for (const type of node.types) taker.type(type);
  if (isService(node.types)) taker.service(node, out);
}

function nodeOf({ '@id': id, '@type': type, ...properties }: z.infer<typeof nodeSchema>): GraphNode {
  const types = typeof type === 'string' ? [type] : (type ?? []);
  const values = Object.entries(properties).map(([name, value]) => [localName(name), valuesOf(value)] as const);
  return { id, types: types.map(localName), values: new Map(values) };
}

function valuesOf(told: unknown): GraphValue[] {
  const list: readonly unknown[] = Array.isArray(told) ? told : [told];
  return list.flatMap((one) => {
    if (typeof one === 'string' || typeof one === 'number') return [{ text: String(one), language: 'und' }];
    const parsed = valueSchema.safeParse(one);
    const text = parsed.success ? (parsed.data['@value'] ?? parsed.data['@id']) : undefined;
    return text === undefined ? [] : [{ text: String(text), language: parsed.data?.['@language'] ?? 'und' }];
  });
}
