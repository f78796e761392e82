/** What a page of the drill-down is of. */
export type DrillPlace =
  | {
      readonly kind: 'level';
      /** `null`: the whole city. */
      readonly unit: string | null;
      readonly group: string | null;
      /** `''`: told without one. */
      readonly procedure: string | null;
    }
  | { readonly kind: 'dossier'; readonly id: string };

export type LevelPlace = Extract<DrillPlace, { kind: 'level' }>;

/** Stands for a unit or procedure that nobody told: an address cannot have an empty part. */
const NOBODY = '-';

/**
 * A place from its address: `/drill`, `/drill/00004`, `/drill/00004/g/chung-thuc`, `/drill/00004/p/2.000815`,
 * `/drill/dossier/{id}`. What is not understood is the city: a leader sees something, not an error.
 */
export function placeOf(pathname: string): DrillPlace {
  const [first, ...rest] = pathname
    .split('/')
    .slice(2)
    .filter((part) => part !== '')
    .map(decoded);
  if (first === 'dossier' && rest[0] !== undefined) return { kind: 'dossier', id: rest[0] };
  const unit = first === undefined || first === NOBODY ? null : first;
  return { kind: 'level', unit, group: after(rest, 'g'), procedure: after(rest, 'p') };
}

/** The address of a place, without its words. */
export function pathOf(place: DrillPlace): string {
  if (place.kind === 'dossier') return `/drill/dossier/${place.id}`;
  const { unit, group, procedure } = place;
  const parts = [
    unit ?? (group === null && procedure === null ? null : NOBODY),
    ...(group === null ? [] : ['g', group]),
    ...(procedure === null ? [] : ['p', procedure === '' ? NOBODY : procedure]),
  ].filter((part) => part !== null);
  return ['/drill', ...parts.map(encodeURIComponent)].join('/');
}

/** One step up: from a procedure to its group, from a group to the unit, from a unit to its parent. */
export function parentOf(place: LevelPlace, parentUnit: string | null): LevelPlace | null {
  if (place.procedure !== null) return { ...place, procedure: null };
  if (place.group !== null) return { ...place, group: null };
  return place.unit === null ? null : { ...place, unit: parentUnit };
}

function after(parts: readonly string[], name: string): string | null {
  const at = parts.findIndex((part, index) => part === name && index % 2 === 0);
  const found = at === -1 ? undefined : parts[at + 1];
  if (found === undefined) return null;
  return found === NOBODY && name === 'p' ? '' : found;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // Typed by hand; as it stands it is the name of nothing.
    return part;
  }
}
