import type { Unit } from '@flagtower/contracts';

import { keyOfCode, type Geography } from './geography.ts';
import { keyParts } from './unit-key.ts';
import { unallocatedRow } from './unit-rows.ts';

/** A unit as people outside the ledger are told it: its code, and the name that it had in the life that is meant. */
export interface SpokenUnit {
  /** `null`: no unit was told. `unallocated`: of the unit that is named, and of none below it. */
  readonly unit: string | null;
  /** `null` for a code that the city does not know. */
  readonly unitNames: Unit['names'] | null;
}

/**
 * @param key of the ledger
 * @param at when it was counted there, epoch milliseconds: what a plain code of earlier rules means
 */
export function spokenUnit(geography: Geography, key: string | null, at: number): SpokenUnit {
  if (key === null || key === '') return { unit: null, unitNames: null };
  const parts = keyParts(keyOfCode(geography, key, at));
  const life = parts === null ? undefined : geography.lives.get(parts.unit);
  if (parts === null || life === undefined) return { unit: key, unitNames: null };
  const { code, names } = life.unit;
  if (!parts.isUnallocated) return { unit: code, unitNames: names };
  return {
    unit: unallocatedRow,
    unitNames: { vi: `Chưa phân bổ (${names.vi})`, en: `Unallocated (${names.en})` },
  };
}
