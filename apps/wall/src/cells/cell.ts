import type { z } from 'zod';

/** `broken`: something arrived that is not what was agreed. It is shown as such: blank would mean "nothing". */
export type Cell<T> =
  | { readonly kind: 'known'; readonly value: T }
  | { readonly kind: 'broken' }
  | { readonly kind: 'absent' };

/** Judges one arrived value by the contract's schema; `undefined` is a key that no snapshot or delta has set. */
export function cellOf<T>(raw: unknown, schema: z.ZodType<T>): Cell<T> {
  if (raw === undefined) return { kind: 'absent' };
  const result = schema.safeParse(raw);
  return result.success ? { kind: 'known', value: result.data } : { kind: 'broken' };
}

export function knownOf<T>(cell: Cell<T>): T | null {
  return cell.kind === 'known' ? cell.value : null;
}

/**
 * A judge that remembers: a topic of 126 units changes a few cells a tick, and the others keep their identity, so they
 * are parsed once.
 */
export function rememberingJudge<T>(schema: z.ZodType<T>): (raw: unknown) => Cell<T> {
  const known = new WeakMap<object, Cell<T>>();
  return (raw) => {
    if (typeof raw !== 'object' || raw === null) return cellOf(raw, schema);
    const remembered = known.get(raw);
    if (remembered !== undefined) return remembered;
    const cell = cellOf(raw, schema);
    known.set(raw, cell);
    return cell;
  };
}
