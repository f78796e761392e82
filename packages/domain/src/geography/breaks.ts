import type { UnitChange } from '@flagtower/contracts';

import { dayNumberOf, startOfDayMs } from '../time/zone-days.ts';
import type { Geography, UnitLife } from './geography.ts';
import { chainOf, eraOf, placeIn, reachOf } from './place-in.ts';
import { keyParts } from './unit-key.ts';
import { childrenOf, type AskedUnit } from './unit-rows.ts';

/** A day on which a series jumps, because the units changed and not what they did. */
export interface Break {
  readonly day: UnitChange['day'];
  readonly basis: UnitChange['basis'];
}

/**
 * The changes between the earliest and the latest of some moments that a unit's figure cannot be read across exactly: some
 * unit before or after lies in it only in part.
 * @param byUnit the figure is broken down: a change within the unit counts too, where it is not exact for a row
 */
export function breaksOf(
  asked: AskedUnit,
  changes: readonly UnitChange[],
  { from, to, byUnit }: { readonly from: number; readonly to: number; readonly byUnit: boolean },
): Break[] {
  const { geography, at } = asked;
  const [first, last] = [Math.min(from, at), Math.max(to, at)];
  const moment = Math.max(at, geography.firstMs);
  const units = byUnit ? [asked.life, ...childrenOf(asked)] : [asked.life];
  return changes
    .map(({ day, basis }) => ({ day, basis, start: startOfDayMs(dayNumberOf(day), geography.zone) }))
    .filter(({ start }) => first < start && start <= last)
    .filter(({ start }) => units.some((unit) => brokenBy(geography, start, moment).has(unit)))
    .map(({ day, basis }) => ({ day, basis }));
}

const brokenByChange = new WeakMap<Geography, Map<string, ReadonlySet<UnitLife>>>();

/** Units that hold a part of a life that ended or began at a moment, and not all of it. */
function brokenBy(geography: Geography, start: number, at: number): ReadonlySet<UnitLife> {
  const memo = brokenByChange.get(geography) ?? new Map<string, ReadonlySet<UnitLife>>();
  brokenByChange.set(geography, memo);
  const name = `${String(eraOf(geography, at))}|${String(start)}`;
  const held = memo.get(name) ?? findBroken(geography, start, at);
  memo.set(name, held);
  return held;
}

function findBroken(geography: Geography, start: number, at: number): ReadonlySet<UnitLife> {
  const broken = new Set<UnitLife>();
  for (const life of geography.lives.values()) {
    if (life.startMs !== start && life.endMs !== start) continue;
    const holder = geography.lives.get(keyParts(placeIn(geography, life.key, at).key)?.unit ?? '') ?? geography.root;
    const whole = new Set(chainOf(geography, holder, at));
    for (const part of reachOf(life, at).lives)
      for (const unit of chainOf(geography, part, at)) if (!whole.has(unit)) broken.add(unit);
  }
  return broken;
}
