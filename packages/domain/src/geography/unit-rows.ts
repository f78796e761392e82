import type { UnallocatedReason } from '@flagtower/contracts';

import { isValidAt, keyOfCode, parentAt, type Geography, type UnitLife } from './geography.ts';
import { chainOf, eraOf, placeIn } from './place-in.ts';
import { keyParts, unallocatedKey } from './unit-key.ts';

/** Name of the row for what belongs to a unit and to none of those below it. */
export const unallocatedRow = 'unallocated';

/** A unit in the geography of a moment, as a figure asks for it. */
export interface AskedUnit {
  readonly geography: Geography;
  readonly life: UnitLife;
  /** Epoch milliseconds of the geography. */
  readonly at: number;
}

/** Where a key is counted among the units directly below an asked one. */
export interface UnitRow {
  /** Code of a unit valid at the geography's moment, a code that the city does not know, or `unallocated`. */
  readonly row: string;
  /** Only of `unallocated`. */
  readonly reason: UnallocatedReason | null;
}

/** @returns `null` where the key is not of the asked unit */
export function rowOf({ geography, life, at }: AskedUnit, key: string): UnitRow | null {
  const isRoot = life === geography.root;
  // A code without a life: told under rules that knew none, or not of this city.
  const named = keyOfCode(geography, key, at);
  const placed = placeIn(geography, named, at);
  if (placed.reason === 'no-unit') return isRoot ? unallocated('no-unit') : null;
  if (placed.reason === 'unknown-unit') return isRoot ? { row: placed.key, reason: null } : null;
  const parts = keyParts(placed.key);
  const unit = parts === null ? undefined : geography.lives.get(parts.unit);
  if (unit === undefined) return null;
  const chain = chainOf(geography, unit, Math.max(at, geography.firstMs));
  const depth = chain.indexOf(life);
  if (depth === -1) return null;
  const below = chain[depth - 1];
  if (below !== undefined) return { row: below.unit.code, reason: null };
  if (parts?.isUnallocated === true) return unallocated('split');
  return childrenOf({ geography, life, at }).length === 0
    ? { row: life.unit.code, reason: null }
    : unallocated('above');
}

function unallocated(reason: UnallocatedReason): UnitRow {
  return { row: unallocatedRow, reason };
}

/** The units directly below, of those valid at the geography's moment. */
export function childrenOf({ geography, life, at }: AskedUnit): UnitLife[] {
  const moment = Math.max(at, geography.firstMs);
  return [...geography.lives.values()].filter(
    (it) => it.unit.parent === life.unit.code && isValidAt(it, moment) && parentAt(geography, it, moment) === life,
  );
}

/**
 * Every key that the ledger may count something of a unit under: of the lives that stand within it in this geography,
 * of their unallocated, and their plain codes.
 * @param present what stands under a key goes to where that stands at this moment first; epoch milliseconds
 * @returns `null` for the root: everything, also what was told without a unit or for another city's
 */
export function keysWithin(asked: AskedUnit, present: number | null = null): readonly string[] | null {
  return asked.life === asked.geography.root ? null : keysWhere(asked, present, 'all');
}

/** Of these keys the ones of the unit's row `unallocated`; of the root's also `''`, what was told without a unit. */
export function unallocatedKeys(asked: AskedUnit, present: number | null = null): readonly string[] {
  return keysWhere(asked, present, 'unallocated');
}

const keysByUnit = new WeakMap<Geography, Map<string, readonly string[]>>();

function keysWhere(asked: AskedUnit, present: number | null, part: 'all' | 'unallocated'): readonly string[] {
  const { geography, life, at } = asked;
  const memo = keysByUnit.get(geography) ?? new Map<string, readonly string[]>();
  keysByUnit.set(geography, memo);
  const eras = [Math.max(at, geography.firstMs), present].map((moment) =>
    moment === null ? '' : String(eraOf(geography, moment)),
  );
  const name = [part, life.key, ...eras].join('|');
  const isMeant = (key: string): boolean => {
    const place = rowOf(asked, standingKey(geography, key, present));
    return place !== null && (part === 'all' || place.row === unallocatedRow);
  };
  const held = memo.get(name) ?? keysOf(geography).filter(isMeant);
  memo.set(name, held);
  return held;
}

function standingKey(geography: Geography, key: string, present: number | null): string {
  return present === null ? key : placeIn(geography, keyOfCode(geography, key, present), present).key;
}

function keysOf({ lives, byCode }: Geography): string[] {
  const parents = new Set([...lives.values()].map(({ unit }) => unit.parent));
  const split = [...lives.values()].filter(({ unit }) => parents.has(unit.code)).map(({ key }) => unallocatedKey(key));
  return ['', ...lives.keys(), ...split, ...byCode.keys()];
}
