import type { Queryable } from './queryable.ts';

/**
 * What this process has read of a ledger and somebody still holds, by its place in the commit order. What is committed never changes:
 * who reads it again need not parse it again. What nobody holds any more is let go.
 */
export class HeldBySeq<Value extends { readonly seq: number }> {
  readonly #byStore = new WeakMap<Queryable, Map<number, Map<number, WeakRef<Value>>>>();

  keep(db: Queryable, ledgerId: number, values: readonly Value[]): void {
    const ledgers = this.#byStore.get(db) ?? new Map<number, Map<number, WeakRef<Value>>>();
    const held = ledgers.get(ledgerId) ?? new Map<number, WeakRef<Value>>();
    for (const value of values) if (held.get(value.seq)?.deref() !== value) held.set(value.seq, new WeakRef(value));
    ledgers.set(ledgerId, held);
    this.#byStore.set(db, ledgers);
  }

  of(db: Queryable, ledgerId: number): Map<number, Value> {
    const found = new Map<number, Value>();
    const held = this.#byStore.get(db)?.get(ledgerId);
    for (const [seq, reference] of held ?? []) {
      const value = reference.deref();
      if (value === undefined) held?.delete(seq);
      else found.set(seq, value);
    }
    return found;
  }
}
