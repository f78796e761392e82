import { isValidAt, keyOfCode } from './geography.ts';
import { chainOf, placeIn } from './place-in.ts';
import type { AskedUnit } from './unit-rows.ts';

/**
 * Communes within a unit that something was told of, of all that the geography has.
 * @param told keys of the ledger
 * @returns `null` where nobody told of any
 */
export function coveredCommunes(
  { geography, life, at }: AskedUnit,
  told: ReadonlySet<string>,
): { have: number; of: number } | null {
  const moment = Math.max(at, geography.firstMs);
  const expected = new Set(
    [...geography.lives.values()]
      .filter((it) => it.unit.level === 'commune' && isValidAt(it, moment))
      .filter((it) => chainOf(geography, it, moment).includes(life))
      .map(({ key }) => key),
  );
  const placed = new Set([...told].map((key) => placeIn(geography, keyOfCode(geography, key, at), at).key));
  const have = placed.intersection(expected).size;
  return have === 0 ? null : { have, of: expected.size };
}
