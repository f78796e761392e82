import type { TopicState } from '@flagtower/domain';
import type { z } from 'zod';

/**
 * Makes the reader of a topic's values in their shape. A value that did not change is not parsed again; one that does
 * not fit is left out, which the caller sees as a missing key and draws as "not known".
 */
export function valueReader<T>(schema: z.ZodType<T>): (state: TopicState) => ReadonlyMap<string, T> {
  const known = new WeakMap<object, { readonly value: T } | null>();
  const read = (value: unknown): { readonly value: T } | null => {
    const before = typeof value === 'object' && value !== null ? known.get(value) : undefined;
    if (before !== undefined) return before;
    const parsed = schema.safeParse(value);
    const result = parsed.success ? { value: parsed.data } : null;
    if (typeof value === 'object' && value !== null) known.set(value, result);
    return result;
  };
  return (state) => {
    const values = new Map<string, T>();
    for (const [key, value] of state) {
      const result = read(value);
      if (result !== null) values.set(key, result.value);
    }
    return values;
  };
}
