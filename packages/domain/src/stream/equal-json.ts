import type { Delta } from '@flagtower/contracts';

/** What a topic's values are on the wire. */
export type Json = Delta['set'][string];

/** Whether two JSON values say the same; the order of an object's keys says nothing, the order of a list does. */
export function equalJson(left: Json, right: Json): boolean {
  if (left === right) return true;
  if (!isComposite(left) || !isComposite(right)) return false;
  // A list is compared as its members are: by index. Only a list equals a list.
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const members = Object.entries(left);
  const others = new Map(Object.entries(right));
  return members.length === others.size && members.every(([key, value]) => equalMember(value, others.get(key)));
}

function isComposite(value: Json): value is Json[] | { [key: string]: Json } {
  return typeof value === 'object' && value !== null;
}

function equalMember(left: Json, right: Json | undefined): boolean {
  return right !== undefined && equalJson(left, right);
}
