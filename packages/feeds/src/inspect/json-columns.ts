import { jsonElements } from '../json/json-elements.ts';
import { jsonText, parsedJson } from '../json/json-text.ts';
import type { Limits } from '../limits.ts';
import { MAX_SAMPLES, sampleText, type ColumnsSeen } from './columns-seen.ts';

/**
 * What a mapping may name in the first list of a document: members of its rows by their names, deeper ones by their paths. The last row of
 * the head may be cut off and is not shown.
 */
export function jsonColumns(head: Uint8Array, limits: Limits): ColumnsSeen {
  const columns = new Set<string>();
  const sample: Record<string, string>[] = [];
  let list: string | null | undefined;
  const elements = jsonElements(limits, {
    element: (json, _index, member) => {
      if (list === undefined) list = member;
      if (member !== list || sample.length >= MAX_SAMPLES) return;
      const values = new Map(leavesOf(parsedJson(json), '$', limits.depth));
      for (const name of values.keys()) if (columns.size < limits.columns) columns.add(name);
      sample.push(Object.fromEntries([...values].map(([name, value]) => [name, sampleText(value)])));
    },
    tooLong: () => undefined,
  });
  elements.write(jsonText().write(head));
  const seen = { columns: [...columns], sample, encoding: null };
  return list === undefined || list === null ? seen : { ...seen, rows: `$${step(list)}[*]` };
}

/** The texts and numbers of a row by what a mapping calls them; lists are left out, for they hold more than one. */
function leavesOf(value: unknown, path: string, depth: number): (readonly [name: string, text: string])[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || depth === 0) return [];
  return Object.entries<unknown>({ ...value }).flatMap(([name, held]) => {
    const isTop = path === '$' && !name.startsWith('$');
    const inside = `${path}${step(name)}`;
    return isLeaf(held) ? [[isTop ? name : inside, String(held)] as const] : leavesOf(held, inside, depth - 1);
  });
}

function isLeaf(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function step(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}
