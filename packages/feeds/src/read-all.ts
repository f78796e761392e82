import type { FlagtowerRecord } from '@flagtower/contracts';

import { defaultLimits } from './limits.ts';
import type { Parsed } from './parsed.ts';
import type { Reader, ReadOptions } from './reader.ts';

/** For tests: everything a reader says about some bytes, cut into chunks of `chunkBytes`. */
export async function readAll(
  reader: Reader,
  bytes: Uint8Array,
  options: Partial<ReadOptions> = {},
  chunkBytes = 4096,
): Promise<Parsed[]> {
  const all: Parsed[] = [];
  const defaults: ReadOptions = {
    zone: 'Asia/Ho_Chi_Minh',
    mapping: null,
    asOf: null,
    caseKind: null,
    feed: null,
    limits: defaultLimits,
  };
  for await (const batch of reader(inChunks(bytes, chunkBytes), { ...defaults, ...options })) all.push(...batch);
  return all;
}

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

/** For tests: the records of one kind, in order. */
export function recordsIn<K extends FlagtowerRecord['kind']>(
  parsed: readonly Parsed[],
  kind: K,
): Extract<FlagtowerRecord, { kind: K }>[] {
  const isWanted = (record: FlagtowerRecord): record is Extract<FlagtowerRecord, { kind: K }> => record.kind === kind;
  return parsed.flatMap((it) => (it.kind === 'record' && isWanted(it.record) ? [it.record] : []));
}

/** For tests: the remarks added up by name. */
export function remarksIn(parsed: readonly Parsed[]): Record<string, number> {
  const remarks: Record<string, number> = {};
  for (const it of parsed) if (it.kind === 'remark') remarks[it.name] = (remarks[it.name] ?? 0) + it.count;
  return remarks;
}
