import { cefTime } from './cef-time.ts';

const times = new Set(['start', 'end', 'rt', 'deviceCustomDate1', 'deviceCustomDate2']);
const custom = ['cs1', 'cs2', 'cs3', 'cs4', 'cs5', 'cs6', 'cn1', 'cn2', 'cn3', 'flexString1', 'flexString2'];
const labelled = new Set([...custom, 'deviceCustomDate1', 'deviceCustomDate2']);
/**
 * All that is ever read. Who did something to whom and from where (suser, duser, suid, src, dst, shost, smac …), what was said
 * (msg, request, reason …) and whatever else there is, is passed over: a mapping cannot name it.
 */
const readKeys = new Set([
  'externalId',
  'act',
  'outcome',
  'cat',
  ...times,
  ...custom,
  ...[...labelled].map((key) => `${key}Label`),
]);

export interface CefExtension {
  /** By key, and the values of custom fields also as `label:` and what their label calls them. */
  readonly values: ReadonlyMap<string, string>;
  readonly unread: number;
}

const keyBefore = /[\w.-]/;
const escaped = /\\([\\=nr])/g;
const mostKeys = 1000;

/**
 * Reads `key=value` pairs parted by blanks, with `\=`, `\\`, `\n` and `\r`. An `=` that has no key after a blank before it is a sign
 * of the value it stands in: senders forget to escape it.
 * @returns `twice`: a key that is read and told twice, so that nobody can say which one holds
 */
export function cefExtension(text: string): CefExtension | { readonly twice: string } {
  const values = new Map<string, string>();
  let unread = 0;
  const keys = keysOf(text);
  for (const [index, { key, valueFrom }] of keys.entries()) {
    if (!readKeys.has(key)) {
      unread += 1;
      continue;
    }
    if (values.has(key)) return { twice: key };
    const raw = text.slice(valueFrom, keys[index + 1]?.from ?? text.length).trim();
    const value = raw.replaceAll(escaped, (_, sign: string) => ({ n: '\n', r: '\r' })[sign] ?? sign);
    values.set(key, times.has(key) ? cefTime(value) : value);
  }
  return { values: withLabels(values), unread };
}

interface Key {
  readonly key: string;
  /** Where the key begins, and where its value does. */
  readonly from: number;
  readonly valueFrom: number;
}

function keysOf(text: string): Key[] {
  const keys: Key[] = [];
  for (let at = 0; at < text.length && keys.length < mostKeys; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '=') {
      // Never before the last value's beginning: so every sign is looked at twice at the most.
      const least = keys.at(-1)?.valueFrom ?? 0;
      let from = at;
      while (from > least && keyBefore.test(text[from - 1] ?? '')) from -= 1;
      const isParted = from === 0 || text[from - 1] === ' ';
      if (from < at && isParted) keys.push({ key: text.slice(from, at), from, valueFrom: at + 1 });
    }
  }
  return keys;
}

function withLabels(values: Map<string, string>): ReadonlyMap<string, string> {
  for (const key of labelled) {
    const label = values.get(`${key}Label`);
    const value = values.get(key);
    if (label !== undefined && value !== undefined) values.set(`label:${label}`, value);
  }
  return values;
}
