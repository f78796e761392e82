import { z } from 'zod';

import { badFile } from '../bad-file.ts';
import { parsedJson } from '../json/json-text.ts';
import { localName, type GraphNode, type GraphValue } from './graph.ts';

const nodeSchema = z.looseObject({
  '@id': z.string().min(1),
  '@type': z.union([z.string(), z.array(z.string())]).optional(),
});
const listSchema = z.looseObject({ '@graph': z.array(z.unknown()) });
const valueSchema = z.looseObject({
  '@value': z.union([z.string(), z.number()]).optional(),
  '@id': z.string().optional(),
  '@language': z.string().optional(),
});

export interface JsonLdGraph {
  readonly nodes: readonly GraphNode[];
  /** Places in the list, from 1, of what is no node. */
  readonly malformed: readonly number[];
}

/** The nodes of a graph in their compact or expanded form; its context is not fetched, names go by their last part. */
export function jsonLdGraph(text: string): JsonLdGraph {
  const value = parsedJson(text);
  if (typeof value !== 'object' || value === null)
    throw badFile('The JSON cannot be read', 'line 1', 'Fetch or export it again');
  const listed = listSchema.safeParse(value);
  const told: readonly unknown[] = listed.success ? listed.data['@graph'] : Array.isArray(value) ? value : [value];
  const nodes: GraphNode[] = [];
  const malformed: number[] = [];
  for (const [index, one] of told.entries()) {
    const parsed = nodeSchema.safeParse(one);
    if (parsed.success) nodes.push(nodeOf(parsed.data));
    else malformed.push(index + 1);
  }
  return { nodes, malformed };
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
