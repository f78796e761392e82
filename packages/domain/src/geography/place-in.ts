import { isValidAt, parentAt, type Geography, type UnitLife } from './geography.ts';
import type { Placed } from './placed.ts';
import { keyParts, unallocatedKey } from './unit-key.ts';

/**
 * Where a key stands among the units that are valid at a moment, later or earlier than its own life. Exactly in a unit
 * only where the whole of it lies in that one; else in the unallocated of the lowest unit that holds all of it. No weight
 * divides anything.
 */
export function placeIn(geography: Geography, key: string, at: number): Placed {
  if (key === '') return { key, reason: 'no-unit' };
  const parts = keyParts(key);
  const life = parts === null ? undefined : geography.lives.get(parts.unit);
  if (parts === null || life === undefined) return { key, reason: 'unknown-unit' };
  const moment = Math.max(at, geography.firstMs);
  if (isValidAt(life, moment)) return { key, reason: parts.isUnallocated ? 'split' : null };
  const memo = `${String(eraOf(geography, moment))}|${key}`;
  const held = geography.found.get(memo);
  if (held !== undefined) return held;
  const unit = unitHolding(geography, life, moment);
  const placed: Placed =
    unit.isExact && !parts.isUnallocated
      ? { key: unit.life.key, reason: null }
      : { key: unallocatedKey(unit.life.key), reason: 'split' };
  geography.found.set(memo, placed);
  return placed;
}

/** The key alone; the unit's own where it is valid then, which is nearly always. */
export function placedKey(geography: Geography, key: string, at: number): string {
  const life = geography.lives.get(key);
  return life !== undefined && isValidAt(life, at) ? key : placeIn(geography, key, at).key;
}

/** Number of the stretch between two changes that a moment lies in. */
export function eraOf({ boundaries }: Geography, at: number): number {
  return boundaries.findLastIndex((boundary) => boundary <= at);
}

interface Holding {
  readonly life: UnitLife;
  /** The whole of it lies in this one, as that one and not as a part of those below it. */
  readonly isExact: boolean;
}

/** The lowest unit valid at a moment that holds all of a life that is not valid then. */
function unitHolding(geography: Geography, life: UnitLife, at: number): Holding {
  const { lives, isComplete } = reachOf(life, at);
  const [only, ...others] = lives;
  if (only !== undefined && others.length === 0 && isComplete) return { life: only, isExact: true };
  // What is not accounted for lies somewhere in the unit above.
  const held = isComplete ? lives : [...lives, ancestorAt(geography, life, at)];
  const [first = [], ...more] = held.map((it) => chainOf(geography, it, at));
  const common = first.find((candidate) => more.every((chain) => chain.includes(candidate)));
  return { life: common ?? geography.root, isExact: false };
}

/** The lives at a moment that a life became, or was made of. */
export function reachOf(
  life: UnitLife,
  at: number,
): { readonly lives: readonly UnitLife[]; readonly isComplete: boolean } {
  const found = new Set<UnitLife>();
  const seen = new Set<UnitLife>();
  let isComplete = true;
  const follow = (from: UnitLife): void => {
    if (seen.has(from)) return;
    seen.add(from);
    if (isValidAt(from, at)) {
      found.add(from);
      return;
    }
    const ways = at >= from.endMs ? from.after : from.before;
    // One single part: where the rest of the unit went nobody told. Backwards, a part of one unit still lies within it.
    if (ways.length === 0 || (at >= from.endMs && ways.length === 1 && ways[0]?.isWhole === false)) isComplete = false;
    for (const way of ways) follow(way.life);
  };
  follow(life);
  return { lives: [...found], isComplete };
}

/** A unit and those above it, lowest first, among those valid at a moment. */
export function chainOf(geography: Geography, life: UnitLife, at: number): UnitLife[] {
  const chain = [life];
  for (let above = parentAt(geography, life, at); above !== null; above = parentAt(geography, above, at)) {
    if (chain.includes(above)) break;
    chain.push(above);
  }
  return chain;
}

/** Of a life of which nothing became anything: the nearest unit above it that is valid at the moment. */
function ancestorAt(geography: Geography, life: UnitLife, at: number): UnitLife {
  let { parent } = life.unit;
  const seen = new Set<string>();
  while (parent !== null && !seen.has(parent)) {
    seen.add(parent);
    const lives = geography.byCode.get(parent) ?? [];
    const valid = lives.find((it) => isValidAt(it, at));
    if (valid !== undefined) return valid;
    parent = lives[0]?.unit.parent ?? null;
  }
  return geography.root;
}
