import type { City, Unit } from '@flagtower/contracts';

import { dayNumberOf, startOfDayMs } from '../time/zone-days.ts';
import type { Placed } from './placed.ts';
import { unitKey } from './unit-key.ts';

/** One life of a unit, and what it was made of and became. */
export interface UnitLife {
  readonly key: string;
  readonly unit: Unit;
  /** Epoch milliseconds in the city's zone. */
  readonly startMs: number;
  /** Excluded; `Infinity`: still valid. */
  readonly endMs: number;
  readonly before: readonly Succeeding[];
  readonly after: readonly Succeeding[];
}

interface Succeeding {
  readonly life: UnitLife;
  readonly isWhole: boolean;
}

/** All units of a city with their lives, ready to be asked where something stands on a day. */
export interface Geography {
  readonly zone: string;
  readonly root: UnitLife;
  readonly lives: ReadonlyMap<string, UnitLife>;
  /** In the order of their lives. */
  readonly byCode: ReadonlyMap<string, readonly UnitLife[]>;
  /** Moments at which a life begins or ends, ascending: between two of them the geography is the same. */
  readonly boundaries: readonly number[];
  /** Before it no list is known: the first one stands for the time before it. Epoch milliseconds. */
  readonly firstMs: number;
  /** What `placeIn` found before; by era and key. */
  readonly found: Map<string, Placed>;
}

type Units = Pick<City, 'root' | 'units' | 'successions' | 'zone'>;

const known = new WeakMap<Units, Geography>();

/**
 * The geography of a city; made once for a city's data, which does not change while it is in use.
 * @throws RangeError when a succession speaks of a life that is not listed, or the root is none of the units
 */
export function geographyOf(city: Units): Geography {
  const held = known.get(city) ?? makeGeography(city);
  known.set(city, held);
  return held;
}

interface GrowingLife extends UnitLife {
  readonly before: Succeeding[];
  readonly after: Succeeding[];
}

function makeGeography({ root, units, successions, zone }: Units): Geography {
  const starts = new Map<string, number>();
  const startOf = (day: string): number => {
    const start = starts.get(day) ?? startOfDayMs(dayNumberOf(day), zone);
    starts.set(day, start);
    return start;
  };
  const lives = new Map(
    units.map((unit): [string, GrowingLife] => {
      const endMs = unit.validTo === null ? Infinity : startOfDayMs(dayNumberOf(unit.validTo) + 1, zone);
      const key = unitKey(unit);
      return [key, { key, unit, startMs: startOf(unit.validFrom), endMs, before: [], after: [] }];
    }),
  );
  const lifeWith = (key: string): GrowingLife => {
    const life = lives.get(key);
    if (life === undefined) throw new RangeError(`no unit ${key} is listed`);
    return life;
  };
  for (const { from, to, extent } of successions) {
    const [old, next] = [lifeWith(unitKey(from)), lifeWith(unitKey(to))];
    old.after.push({ life: next, isWhole: extent === 'whole' });
    next.before.push({ life: old, isWhole: extent === 'whole' });
  }
  const byCode = Map.groupBy(
    [...lives.values()].toSorted((a, b) => a.startMs - b.startMs),
    ({ unit }) => unit.code,
  );
  const [rootLife] = byCode.get(root) ?? [];
  if (rootLife === undefined) throw new RangeError(`no unit ${root} is listed`);
  const ends = [...lives.values()].map(({ endMs }) => endMs);
  const boundaries = [...new Set([...starts.values(), ...ends])].filter(Number.isFinite).toSorted((a, b) => a - b);
  const others = [...lives.values()].filter((life) => life !== rootLife).map(({ startMs }) => startMs);
  return {
    zone,
    root: rootLife,
    lives,
    byCode,
    boundaries,
    firstMs: others.reduce((first, start) => Math.min(first, start), Infinity),
    found: new Map(),
  };
}

export function isValidAt({ startMs, endMs }: UnitLife, at: number): boolean {
  return startMs <= at && at < endMs;
}

/** The life of a code that is valid at a moment; `null`: none. */
export function validLife(geography: Geography, code: string, at: number): UnitLife | null {
  return geography.byCode.get(code)?.find((life) => isValidAt(life, at)) ?? null;
}

/**
 * Which life a told code means: the one valid at the moment that it speaks of; after its end the last one, and before its
 * birth the first one: where these stand at that moment is a matter of their successions.
 * @returns the life's key, or the code itself where the city does not know it
 */
export function keyOfCode(geography: Geography, code: string, spokenAt: number): string {
  const lives = geography.byCode.get(code);
  if (lives === undefined) return code;
  return (lives.findLast(({ startMs }) => startMs <= spokenAt) ?? lives[0])?.key ?? code;
}

/** The unit above, of those valid at a moment; `null` for the root, and for a unit whose parent is not listed then. */
export function parentAt(geography: Geography, { unit }: UnitLife, at: number): UnitLife | null {
  return unit.parent === null ? null : validLife(geography, unit.parent, at);
}
