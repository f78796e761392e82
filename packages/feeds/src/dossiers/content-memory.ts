import { hash } from 'node:crypto';

/** Entries kept, about 60 bytes each; beyond, repeats are told again, which the ledger counts as duplicates. */
const MAX_ENTRIES = 2_000_000;

/** @returns true when exactly this content of this key was told before and is still remembered */
export type ContentMemory = (key: string, content: string) => boolean;

/**
 * Remembers what was told, by hash, so that a case whose columns repeat on a thousand rows is one record. Forgetting is
 * harmless, a false match would lose a record: 96 bits are compared.
 */
export function contentMemory(maxEntries = MAX_ENTRIES): ContentMemory {
  const seen = new Map<number, number>();
  return (key, content) => {
    const bytes = hash('sha256', `${key}\n${content}`, 'buffer');
    const slot = bytes.readUIntBE(0, 6);
    const proof = bytes.readUIntBE(6, 6);
    if (seen.get(slot) === proof) return true;
    if (seen.size >= maxEntries) seen.clear();
    seen.set(slot, proof);
    return false;
  };
}
