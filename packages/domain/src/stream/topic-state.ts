import type { Delta } from '@flagtower/contracts';

import { equalJson, type Json } from './equal-json.ts';

/** The state of a topic: the latest value of each key. */
export type TopicState = ReadonlyMap<string, Json>;

/** What turns one state into another: new or changed values, and keys that are no more. */
export type Changes = Pick<Delta, 'set' | 'drop'>;

/** `null` where both states say the same: then there is nothing to send. */
export function changesBetween(before: TopicState, after: TopicState): Changes | null {
  const set = new Map<string, Json>();
  for (const [key, value] of after) {
    const held = before.get(key);
    if (held === undefined || !equalJson(held, value)) set.set(key, value);
  }
  const drop = [...before.keys()].filter((key) => !after.has(key));
  // `fromEntries` defines members, so a key such as `__proto__` stays a key.
  return set.size === 0 && drop.length === 0 ? null : { set: Object.fromEntries(set), drop };
}

/** A new state; `state` itself is never touched, because pages still draw it. */
export function withChanges(state: TopicState, { set, drop }: Changes): TopicState {
  const next = new Map(state);
  for (const key of drop) next.delete(key);
  for (const [key, value] of Object.entries(set)) next.set(key, value);
  return next;
}
