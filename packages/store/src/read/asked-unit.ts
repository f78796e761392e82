import { FlagtowerError, type City, type Day } from '@flagtower/contracts';
import {
  dayNumberOf,
  geographyOf,
  keysWithin,
  startOfDayMs,
  unallocatedKeys,
  validLife,
  type AskedUnit,
  type Geography,
  type UnitLife,
} from '@flagtower/domain';

/**
 * The unit of a code in the geography of a day; `null` for a code that the city does not know: another city's file may tell it.
 * @param unit `null`: the whole city
 * @throws FlagtowerError `UNKNOWN_UNIT` for a code that is no unit on that day, and the days on which it is one
 */
export function askedUnit(city: City, unit: string | null, day: Day): AskedUnit | null {
  const geography = geographyOf(city);
  const at = startOfDayMs(dayNumberOf(day), geography.zone);
  if (unit === null || unit === city.root) return { geography, life: geography.root, at };
  const lives = geography.byCode.get(unit);
  if (lives === undefined) return null;
  const life = validLife(geography, unit, Math.max(at, geography.firstMs));
  if (life === null)
    throw new FlagtowerError('UNKNOWN_UNIT', `${unit} was no unit on ${day}`, {
      place: 'unit',
      remedy: `ask with a geography in which it is one: ${lives.map(lifetime).join(', ')}`,
    });
  return { geography, life, at };
}

function lifetime({ unit: { validFrom, validTo } }: UnitLife): string {
  return `${validFrom} to ${validTo ?? 'today'}`;
}

/** Keys that heads of a unit stand under. */
export interface StandingKeys {
  /** Of open dossiers: those whose unit ended have gone on, though their head says where they were told last. */
  readonly open: readonly string[];
  readonly others: readonly string[];
}

/** Which heads are of a unit, and how they are placed in it. */
export interface HeadsOf {
  /** `null` for everything. */
  readonly keys: StandingKeys | null;
  /** `null`: a code that the city does not know. */
  readonly asked: AskedUnit | null;
}

/**
 * The heads that belong to a unit in the geography of a day.
 * @param present epoch milliseconds of the ledger
 * @param part `unallocated`: only those of the unit that are in none of the units below it
 * @throws FlagtowerError as `askedUnit`
 */
export function headsWithin(
  city: City,
  { unit, day, present }: { readonly unit: string | null; readonly day: Day; readonly present: number },
  part: 'all' | 'unallocated' = 'all',
): HeadsOf {
  const asked = askedUnit(city, unit, day);
  if (asked === null) {
    const own = part === 'all' ? [unit ?? ''] : [];
    return { asked, keys: { open: own, others: own } };
  }
  if (part === 'unallocated')
    return { asked, keys: { open: unallocatedKeys(asked, present), others: unallocatedKeys(asked) } };
  const others = keysWithin(asked);
  return { asked, keys: others === null ? null : { open: keysWithin(asked, present) ?? [], others } };
}

/**
 * The ledger's keys that belong to a unit in the geography of a day.
 * @returns `null` for everything; the code itself where the city does not know it or it is no unit then
 */
export function unitsWithin(city: City, unit: string | null, at: number): readonly string[] | null {
  const geography: Geography = geographyOf(city);
  if (unit === null || unit === city.root) return null;
  const life = validLife(geography, unit, Math.max(at, geography.firstMs));
  return life === null ? [unit] : keysWithin({ geography, life, at });
}
